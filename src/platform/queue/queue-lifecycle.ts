import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { BullQueues } from './bull-queues.js';
import { JobRegistry } from './job-registry.js';
import { JobSchedules } from './job-schedules.js';
import { QueueBackend } from './queue-backend.js';
import { QueueSettings } from './queue-settings.js';
import { QueueWorkers } from './queue-workers.js';

/** Starts and stops the queues with the application. */
@Injectable()
export class QueueLifecycle
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  constructor(
    private readonly registry: JobRegistry,
    private readonly settings: QueueSettings,
    private readonly backend: QueueBackend,
    private readonly queues: BullQueues,
    private readonly workers: QueueWorkers,
    private readonly schedules: JobSchedules,
  ) {}

  /** @throws Error when a job could not run, or the queue's tables are missing. */
  async onApplicationBootstrap(): Promise<void> {
    this.registry.check();
    const plans = this.registry.plans();
    if (this.backend.kind === 'postgresql') {
      for (const { queue } of plans) await this.queues.warm(queue);
    }
    if (!this.settings.runsJobs) return;
    this.workers.start(plans);
    this.schedules.start();
  }

  /** Jobs end while the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    this.schedules.stop();
    await this.workers.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
    await this.backend.close();
  }
}
