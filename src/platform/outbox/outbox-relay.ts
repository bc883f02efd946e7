import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../kernel/index.js';
import { JobQueue, type NewJob } from '../queue/index.js';
import { deliveryJob } from './delivery-job.js';
import { EventListeners } from './event-listeners.js';
import { systemActor } from './outbox-actor.js';
import {
  lockOverdue,
  lockUnpublished,
  markPublished,
  markUnheard,
  readBacklog,
  type OutboxBacklog,
  type PendingMessage,
} from './outbox-table.js';

const BATCH = 200;

/**
 * Hands messages to the queue. Any number of processes may do it at once: each takes rows no other
 * holds, adds their jobs, then notes it. A death in between makes it happen again with the same job
 * ids (REL-02).
 */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly queue: JobQueue,
    private readonly listeners: EventListeners,
  ) {}

  /**
   * Hands over the oldest messages.
   *
   * @returns true when there may be more at once.
   * @throws QueueUnavailable when the queue is away; nothing is lost then.
   */
  relayBatch(): Promise<boolean> {
    return this.handOver(
      () => lockUnpublished(BATCH),
      (jobs) => this.queue.addMany(jobs),
    );
  }

  /** Hands over again what was not done in time, for instance because the queue lost it. */
  sweepBatch(afterSeconds?: number): Promise<boolean> {
    return this.handOver(
      () => lockOverdue(BATCH, afterSeconds),
      (jobs) => this.queue.addAgain(jobs),
    );
  }

  /** Counts what is left to deliver, for the health and metrics pages. */
  backlog(): Promise<OutboxBacklog> {
    return this.technical(readBacklog);
  }

  private handOver(
    lock: () => Promise<PendingMessage[]>,
    add: (jobs: NewJob[]) => Promise<void>,
  ): Promise<boolean> {
    return this.technical(async () => {
      const messages = await lock();
      const heard = messages.filter(({ name }) => this.listeners.of(name).length > 0);
      const unheard = messages.filter((message) => !heard.includes(message));
      if (heard.length > 0) await add(heard.flatMap((message) => this.jobsOf(message)));
      await markPublished(heard.map(({ id }) => id));
      await markUnheard(unheard.map(({ id }) => id));
      return messages.length === BATCH;
    });
  }

  private jobsOf(message: PendingMessage): NewJob[] {
    return this.listeners.of(message.name).map((consumer) => deliveryJob(message, consumer));
  }

  private technical<T>(work: () => Promise<T>): Promise<T> {
    return this.uow.run(systemActor('outbox-relay', randomUUID()), work, { lens: 'technical' });
  }
}
