import type { ModuleMetadata } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MachineAuthenticator, SessionAuthenticator } from '../accounts/index.js';
import { HealthModule } from '../platform/health/health.module.js';
import { HttpModule } from '../platform/http/http.module.js';
import { LoggingModule } from '../platform/logging/logging.module.js';
import { OutboxModule } from '../platform/outbox/index.js';
import { PagesModule } from '../platform/pages/pages.module.js';
import { QueueModule, QueueSettings } from '../platform/queue/index.js';
import { SecurityModule } from '../platform/security/security.module.js';
import { AuthenticatorsModule } from './authenticators.module.js';
import { DirectoryEventScopes } from './directory-event-scopes.js';
import { eventNames } from './event-names.js';
import { featuresOf } from './features.js';
import { DatabaseCheck } from './health/database-check.js';
import { HealthChecksModule } from './health/health-checks.module.js';
import { MigrationsCheck } from './health/migrations-check.js';
import { QueueCheck } from './health/queue-check.js';
import { PlatformModule } from './platform.module.js';
import { FEATURE_PROBLEMS } from './problems.js';
import type { ProcessSettings } from './process-settings.js';
import { PurgeModule } from './purge.module.js';
import { ServicePages } from './service-pages.js';

type Imports = NonNullable<ModuleMetadata['imports']>;

/** The modules of a process. Every process knows all jobs; only those that run them start workers. */
export function processParts(settings: ProcessSettings, runsJobs: boolean): Imports {
  const { configuration, databaseUrl, log, queue } = settings;
  const { redisUrl } = configuration.queue;
  const authenticators = [...(settings.authenticators ?? [])];
  return [
    PlatformModule.with(settings, runsJobs),
    LoggingModule.with(log ?? { level: configuration.logLevel }),
    QueueModule.register(new QueueSettings({ databaseUrl, redisUrl, runsJobs, ...queue })),
    OutboxModule.register({ events: eventNames(), scopes: DirectoryEventScopes }),
    SecurityModule.with({
      imports: [AccountsModule, AuthenticatorsModule.with(authenticators)],
      authenticators: [MachineAuthenticator, SessionAuthenticator, ...authenticators],
    }),
    HealthModule.with({
      imports: [HealthChecksModule],
      checks: [DatabaseCheck, MigrationsCheck, QueueCheck],
      ...(configuration.metricsPort === undefined
        ? {}
        : { metricsPort: configuration.metricsPort }),
    }),
    HttpModule.with({ problems: FEATURE_PROBLEMS }),
    PagesModule.with({ settings: ServicePages }),
    PurgeModule,
    ...featuresOf(configuration),
  ];
}
