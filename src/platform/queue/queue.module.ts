import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BullJobQueue } from './bull-job-queue.js';
import { BullQueues } from './bull-queues.js';
import { JobDiscovery } from './job-discovery.js';
import { JobProcessor } from './job-processor.js';
import { JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { JobSchedules } from './job-schedules.js';
import { JobTally } from './job-tally.js';
import { openQueueBackend } from './open-queue-backend.js';
import { QueueBackend } from './queue-backend.js';
import { QueueDepth } from './queue-depth.js';
import { QueueLifecycle } from './queue-lifecycle.js';
import { QueueSettings } from './queue-settings.js';
import { QueueWorkers } from './queue-workers.js';

/** Jobs for the whole application: features only mark their handlers and inject `JobQueue`. */
@Module({})
export class QueueModule {
  static register(settings: QueueSettings): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: QueueSettings, useValue: settings },
        { provide: QueueBackend, useFactory: () => openQueueBackend(settings) },
        { provide: JobQueue, useClass: BullJobQueue },
        JobRegistry,
        JobDiscovery,
        JobTally,
        BullQueues,
        JobProcessor,
        QueueWorkers,
        JobSchedules,
        QueueDepth,
        QueueLifecycle,
      ],
      exports: [JobQueue, JobRegistry, JobTally, QueueDepth, QueueSettings],
    };
  }
}
