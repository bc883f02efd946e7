import { Module, type DynamicModule } from '@nestjs/common';
import { processParts } from './process-parts.js';
import type { ProcessSettings } from './process-settings.js';

/** Web, API and workers in one process: the demonstration and the tests. */
@Module({})
export class AllInOneModule {
  static with(settings: ProcessSettings): DynamicModule {
    return { module: AllInOneModule, imports: processParts(settings, true) };
  }
}
