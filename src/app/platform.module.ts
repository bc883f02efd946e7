import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SignInSettings, TokenAudience } from '../accounts/index.js';
import { AuditModule } from '../audit/audit.module.js';
import { Clock, Ids, UnitOfWork } from '../kernel/index.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { Configuration } from '../platform/config/index.js';
import { DatabaseIdempotencyStore, TypeOrmUnitOfWork } from '../platform/database/index.js';
import { IdempotencyStore, RefusalObserver } from '../platform/http/index.js';
import { Mailer } from '../platform/mail/index.js';
import { QuotaModule, RequestQuotas } from '../platform/quota/index.js';
import { FieldCipher, FieldKeyRing, RequestMeter } from '../platform/security/index.js';
import { AuditedRefusals } from './audited-refusals.js';
import { mailerOf } from './mailer-of.js';
import { connectDatabase, DatabaseCloser } from './database-connection.js';
import type { ProcessSettings } from './process-settings.js';
import { RandomIds } from './random-ids.js';
import { ServiceAddress } from './service-address.js';
import { ServiceSignIn } from './service-sign-in.js';
import { SystemClock } from './system-clock.js';

/** What every feature may ask for: the kernel's ports, the register and the journal. */
@Module({})
export class PlatformModule {
  static with(settings: ProcessSettings, runsJobs: boolean): DynamicModule {
    const { configuration, databaseUrl, fieldKeys, clock, ids } = settings;
    const { poolSize } = configuration.database;
    const connection = { url: databaseUrl, poolSize, runsJobs };
    const address = new ServiceAddress(configuration.http.publicUrl);
    return {
      module: PlatformModule,
      global: true,
      imports: [AuditModule, OrganisationsModule, QuotaModule],
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: DataSource, useFactory: () => connectDatabase(connection) },
        { provide: UnitOfWork, useClass: TypeOrmUnitOfWork },
        { provide: Clock, useValue: clock ?? new SystemClock() },
        { provide: Ids, useValue: ids ?? new RandomIds() },
        { provide: Mailer, useValue: mailerOf(configuration) },
        { provide: IdempotencyStore, useClass: DatabaseIdempotencyStore },
        { provide: RefusalObserver, useClass: AuditedRefusals },
        { provide: RequestMeter, useClass: RequestQuotas },
        { provide: FieldKeyRing, useValue: fieldKeys },
        { provide: ServiceAddress, useValue: address },
        { provide: TokenAudience, useValue: address },
        { provide: SignInSettings, useClass: ServiceSignIn },
        FieldCipher,
        DatabaseCloser,
      ],
      exports: [
        AuditModule,
        OrganisationsModule,
        Configuration,
        DataSource,
        UnitOfWork,
        Clock,
        Ids,
        Mailer,
        IdempotencyStore,
        RefusalObserver,
        RequestMeter,
        FieldCipher,
        ServiceAddress,
        TokenAudience,
        SignInSettings,
      ],
    };
  }
}
