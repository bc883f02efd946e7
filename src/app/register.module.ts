import { Module, type DynamicModule } from '@nestjs/common';
import type { Configuration } from '../platform/config/index.js';
import { HttpModule } from '../platform/http/http.module.js';
import { LoggingModule } from '../platform/logging/logging.module.js';
import { FieldKeyRing } from '../platform/security/index.js';
import { PlatformModule } from './platform.module.js';

/** Never used: no field is sealed while the register is loaded. */
const NO_FIELD = new FieldKeyRing(1, new Map([[1, Buffer.alloc(32)]]));

/** The register alone, for the command that comes before any other process. */
@Module({})
export class RegisterModule {
  static with(configuration: Configuration, databaseUrl: string): DynamicModule {
    const settings = { configuration, databaseUrl, fieldKeys: NO_FIELD };
    return {
      module: RegisterModule,
      imports: [
        PlatformModule.with(settings, true),
        LoggingModule.with({ level: 'silent' }),
        HttpModule.with(),
      ],
    };
  }
}
