import { Module } from '@nestjs/common';
import { AuditTrail } from '../kernel/index.js';
import { Configuration } from '../platform/config/index.js';
import { DatabaseAuditTrail } from './db/database-audit-trail.js';
import { PurgePersonReadings } from './db/purge-person-readings.js';
import { ReadingAlerts } from './db/reading-alerts.js';
import { ReadingLimits } from './use-cases/ports.js';

/** Gives every feature the journal, which bounds what an account may read. */
@Module({
  providers: [
    {
      provide: ReadingLimits,
      useFactory: ({ limits }: Configuration) => ({ bounds: limits.peopleReadInADay }),
      inject: [Configuration],
    },
    ReadingAlerts,
    { provide: AuditTrail, useClass: DatabaseAuditTrail },
    PurgePersonReadings,
  ],
  exports: [AuditTrail, ReadingAlerts, PurgePersonReadings],
})
export class AuditModule {}
