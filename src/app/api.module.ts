import { Module, type DynamicModule } from '@nestjs/common';
import { processParts } from './process-parts.js';
import type { ProcessSettings } from './process-settings.js';

/** The API process: serves HTTP and adds jobs, runs none. */
@Module({})
export class ApiModule {
  static with(settings: ProcessSettings): DynamicModule {
    return { module: ApiModule, imports: processParts(settings, false) };
  }
}
