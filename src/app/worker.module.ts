import { Module, type DynamicModule } from '@nestjs/common';
import { processParts } from './process-parts.js';
import type { ProcessSettings } from './process-settings.js';

/** The worker process: runs jobs, listeners and the relay of the outbox; listens to nobody. */
@Module({})
export class WorkerModule {
  static with(settings: ProcessSettings): DynamicModule {
    return { module: WorkerModule, imports: processParts(settings, true) };
  }
}
