import { Module, type DynamicModule } from '@nestjs/common';
import { FEATURES } from '../app/features.js';
import { PlatformModule } from '../app/platform.module.js';
import type { ProcessSettings } from '../app/process-settings.js';
import { Outbox } from '../kernel/index.js';
import { HttpModule } from '../platform/http/http.module.js';
import { LoggingModule } from '../platform/logging/logging.module.js';
import { DemonstrationMarks } from './db/demonstration-marks.js';
import { OpenAccounts } from './open-accounts.js';
import { SeededIds } from './seeded-ids.js';
import { SilentOutbox } from './silent-outbox.js';

/** Outside the features, for all of them. */
@Module({})
class StoryModule {
  static with(ids: SeededIds): DynamicModule {
    const providers = [
      { provide: SeededIds, useValue: ids },
      { provide: Outbox, useClass: SilentOutbox },
    ];
    return { module: StoryModule, global: true, providers, exports: providers };
  }
}

/** The features at work on the demonstration's history: own clock, own identifiers, no news. */
@Module({})
export class DemonstrationModule {
  static with(settings: ProcessSettings & { readonly ids: SeededIds }): DynamicModule {
    return {
      module: DemonstrationModule,
      imports: [
        PlatformModule.with(settings, true),
        LoggingModule.with({ level: 'silent' }),
        StoryModule.with(settings.ids),
        HttpModule.with(),
        ...FEATURES,
      ],
      providers: [DemonstrationMarks, OpenAccounts],
    };
  }
}
