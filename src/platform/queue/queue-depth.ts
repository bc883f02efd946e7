import { Injectable } from '@nestjs/common';
import { BullQueues } from './bull-queues.js';
import { within } from './deadline.js';
import { JobRegistry } from './job-registry.js';
import { QueueBackend } from './queue-backend.js';

/** Jobs of one queue, by what they wait for. */
export interface Depth {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

const ANSWER_MS = 3_000;

/** Reads how full the queues are, for the health and metrics pages. */
@Injectable()
export class QueueDepth {
  constructor(
    private readonly backend: QueueBackend,
    private readonly registry: JobRegistry,
    private readonly queues: BullQueues,
  ) {}

  get backendKind(): QueueBackend['kind'] {
    return this.backend.kind;
  }

  /** @returns undefined when the queue does not answer within 3 seconds. */
  async read(): Promise<readonly Depth[] | undefined> {
    if (!this.backend.isReachable()) return undefined;
    let depths: readonly Depth[] | undefined;
    const reading = Promise.all(this.registry.plans().map(({ queue }) => this.depthOf(queue)));
    await within(
      ANSWER_MS,
      reading.then((all) => (depths = all)),
    );
    return depths;
  }

  /** Jobs of one queue that nobody has begun; 0 while the queue cannot be reached. */
  async waiting(queue: string): Promise<number> {
    return this.backend.isReachable() ? (await this.depthOf(queue)).waiting : 0;
  }

  private async depthOf(queue: string): Promise<Depth> {
    const counts = await this.queues
      .get(queue)
      .getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
    return {
      queue,
      waiting: (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0),
      active: counts['active'] ?? 0,
      delayed: counts['delayed'] ?? 0,
      failed: counts['failed'] ?? 0,
    };
  }
}
