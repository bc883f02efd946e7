import { Injectable } from '@nestjs/common';
import { addDays, Clock, Ids, localDateIn, UnitOfWork, systemActor } from '../../kernel/index.js';
import { DigestBook, DigestPost, type DigestToSend } from './ports.js';

const CHUNK = 50;
/** How long it is known which day was looked at. */
const KEPT_DAYS = 30;

/** What became of the digests that waited. */
export interface DigestsSent {
  readonly sent: number;
  /** Tried again at a later round. */
  readonly failures: readonly unknown[];
}

/** Sends the digests that wait. One that fails keeps none of the others from leaving. */
@Injectable()
export class SendDigests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: DigestBook,
    private readonly post: DigestPost,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async execute(signal: AbortSignal): Promise<DigestsSent> {
    const correlationId = this.ids.uuid();
    const failures: unknown[] = [];
    let sent = 0;
    await this.forget(correlationId);
    let taken = await this.take(correlationId);
    while (taken.length > 0 && !signal.aborted) {
      for (const digest of taken) {
        const failure = await this.send(digest, correlationId);
        if (failure === null) sent += 1;
        else failures.push(failure.error);
      }
      taken = await this.take(correlationId);
    }
    return { sent, failures };
  }

  private take(correlationId: string): Promise<DigestToSend[]> {
    return this.unitOfWork.run(systemActor('digest.send', null, correlationId), () =>
      this.book.take(this.clock.now(), CHUNK),
    );
  }

  private forget(correlationId: string): Promise<number> {
    const today = localDateIn(this.clock.now(), 'UTC');
    return this.unitOfWork.run(systemActor('digest.send', null, correlationId), () =>
      this.book.forgetBefore(addDays(today, -KEPT_DAYS)),
    );
  }

  /** A crash between the two sends twice, under one identifier: never is one lost. */
  private async send(
    digest: DigestToSend,
    correlationId: string,
  ): Promise<{ readonly error: unknown } | null> {
    try {
      await this.post.send(digest);
    } catch (error) {
      return { error };
    }
    const { accountId, day } = digest;
    await this.unitOfWork.run(systemActor('digest.send', null, correlationId), () =>
      this.book.sent(accountId, day, this.clock.now()),
    );
    return null;
  }
}
