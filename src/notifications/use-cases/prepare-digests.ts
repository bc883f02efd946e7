import { Injectable } from '@nestjs/common';
import { Clock, Ids, UnitOfWork, type Instant, systemActor } from '../../kernel/index.js';
import type { Digest } from '../domain/digest.js';
import { digestDay, isWorthSending } from '../domain/digest.rules.js';
import { DigestBook, WaitingWork, type DigestReader } from './ports.js';

/** Readers looked at together. */
const CHUNK = 200;

/**
 * Looks at what waits for everybody whose hour has come and notes what is worth a message, once a day
 * each, whatever was tried before: a round that never came is made up for by the next one.
 */
@Injectable()
export class PrepareDigests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: DigestBook,
    private readonly work: WaitingWork,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns what went wrong, reader by reader: one that fails keeps no other from its digest */
  async execute(signal: AbortSignal): Promise<readonly unknown[]> {
    const now = this.clock.now();
    const correlationId = this.ids.uuid();
    const failures: unknown[] = [];
    let after: string | null = null;
    do {
      const readers = await this.readers(now, after, correlationId);
      for (const reader of readers) {
        if (signal.aborted) return failures;
        await this.prepare(reader, now, correlationId).catch((error: unknown) => {
          failures.push(error);
        });
      }
      after = readers.length < CHUNK ? null : (readers.at(-1)?.accountId ?? null);
    } while (after !== null);
    return failures;
  }

  private readers(
    now: Instant,
    after: string | null,
    correlationId: string,
  ): Promise<DigestReader[]> {
    return this.unitOfWork.run(systemActor('digest.prepare', null, correlationId), () =>
      this.book.readersAt(now, after, CHUNK),
    );
  }

  private async prepare(reader: DigestReader, now: Instant, correlationId: string): Promise<void> {
    const { accountId, frequency, memberships, last } = reader;
    const [{ territory }] = memberships;
    const day = digestDay(now, memberships[0], frequency);
    if (day === null) return;
    const digest = await this.digestOf(reader, correlationId);
    const isWorth = isWorthSending(digest, day, last, territory);
    const noted = { accountId, day, digest: isWorth ? digest : null, at: now };
    await this.unitOfWork.run(systemActor('digest.prepare', null, correlationId), () =>
      this.book.note(noted),
    );
  }

  private async digestOf(
    { accountId, memberships, last }: DigestReader,
    correlationId: string,
  ): Promise<Digest> {
    const sections: Digest[] = [];
    for (const membership of memberships) {
      sections.push(await this.work.of(accountId, membership, last?.at ?? null, correlationId));
    }
    return sections.flat();
  }
}
