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

  async execute(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const correlationId = this.ids.uuid();
    let after: string | null = null;
    do {
      const readers = await this.readers(now, after, correlationId);
      for (const reader of readers) {
        if (signal.aborted) return;
        await this.prepare(reader, now, correlationId);
      }
      after = readers.length < CHUNK ? null : (readers.at(-1)?.accountId ?? null);
    } while (after !== null);
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
    { accountId, memberships }: DigestReader,
    correlationId: string,
  ): Promise<Digest> {
    const sections: Digest[] = [];
    for (const membership of memberships) {
      sections.push(await this.work.of(accountId, membership, correlationId));
    }
    return sections.flat();
  }
}
