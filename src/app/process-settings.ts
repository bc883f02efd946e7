import type { Type } from '@nestjs/common';
import type { Clock, Ids } from '../kernel/index.js';
import type { Configuration } from '../platform/config/index.js';
import type { EventLogOptions } from '../platform/logging/index.js';
import type { QueueSettingsInput } from '../platform/queue/index.js';
import type { Authenticator, FieldKeyRing } from '../platform/security/index.js';

/** What a process is assembled from, whichever of the three it is. */
export interface ProcessSettings {
  readonly configuration: Configuration;
  /** URL of the restricted login role, never of the owner. */
  readonly databaseUrl: string;
  readonly fieldKeys: FieldKeyRing;
  /** The machine's clock when absent. */
  readonly clock?: Clock;
  /** Random ones when absent. */
  readonly ids?: Ids;
  /** Where log lines go; standard output at the configured level when absent. */
  readonly log?: EventLogOptions;
  /** More ways of knowing who calls, asked after the bearer tokens. */
  readonly authenticators?: readonly Type<Authenticator>[];
  /** Durations of the queue that differ from its own. */
  readonly queue?: Partial<QueueSettingsInput>;
}
