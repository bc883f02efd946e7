import { Injectable, Logger } from '@nestjs/common';
import { Queue, type IQueueBackend, type JobsOptions } from 'bullmq';
import type { JobData } from './job.js';
import { QueueBackend } from './queue-backend.js';
import { QueueSettings } from './queue-settings.js';
import { QuietWarnings } from './quiet-warnings.js';

/** A BullMQ queue of ours, whatever the backend. */
export type BullQueue = Queue<JobData, void, string, JobData, void, string, IQueueBackend, unknown>;

const DAY_S = 24 * 3_600;
const WARM_UP = 'warm-up';

/** Opens each BullMQ queue once, with our options. */
@Injectable()
export class BullQueues {
  private readonly opened = new Map<string, BullQueue>();
  private readonly warnings = new QuietWarnings(new Logger('Queue'));

  constructor(
    private readonly backend: QueueBackend,
    private readonly settings: QueueSettings,
  ) {}

  get(name: string): BullQueue {
    const queue = this.opened.get(name) ?? this.open(name);
    this.opened.set(name, queue);
    return queue;
  }

  /**
   * Makes the sequence PostgreSQL needs for a queue, before any transaction could wait for it:
   * the first job ever of a queue holds a lock on all its adders (stack.md 2.2).
   */
  async warm(name: string): Promise<void> {
    const job = await this.get(name).add(WARM_UP, {}, { delay: DAY_S * 1_000 });
    await job.remove();
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.opened.values()].map((queue) => queue.close()));
  }

  private open(name: string): BullQueue {
    const { producers, prefix } = this.backend;
    const options = {
      connection: {},
      prefix,
      defaultJobOptions: this.jobOptions(),
    };
    const queue: BullQueue = new Queue(name, options, producers);
    queue.on('error', (error) => this.warnings.warn('queue-connection', error));
    return queue;
  }

  private jobOptions(): JobsOptions {
    return {
      attempts: this.settings.attempts,
      backoff: { type: 'exponential', delay: this.settings.backoffMs, jitter: 0.5 },
      // Keeping the last N would make concurrent jobs delete the same old rows in different orders:
      // on PostgreSQL that is a deadlock, a second lost and a job run twice.
      removeOnComplete: true,
      removeOnFail: { age: 30 * DAY_S, count: 10_000 },
      stackTraceLimit: 3,
    };
  }
}
