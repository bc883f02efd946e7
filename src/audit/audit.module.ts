import { Module } from '@nestjs/common';
import { AuditTrail } from '../kernel/index.js';
import { DatabaseAuditTrail } from './db/database-audit-trail.js';

/** Gives every feature the journal. */
@Module({
  providers: [{ provide: AuditTrail, useClass: DatabaseAuditTrail }],
  exports: [AuditTrail],
})
export class AuditModule {}
