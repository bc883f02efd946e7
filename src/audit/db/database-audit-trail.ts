import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEntry } from '../../kernel/index.js';
import { currentReading, insertRows } from '../../platform/database/index.js';
import { AUDIT_COLUMNS, auditRow } from './audit-row.js';
import { ReadingJournal } from './reading-journal.js';

/**
 * The journal in PostgreSQL. Its lines belong to the transaction of the act they tell: kept with it
 * or lost with it. Those of a reading are kept before the reading gives its answer. No role of the application may change, delete or even read them back (PRV-16).
 */
@Injectable()
export class DatabaseAuditTrail extends AuditTrail {
  private readonly readings = new ReadingJournal();

  override record(entry: AuditEntry): Promise<void> {
    return this.recordAll([entry]);
  }

  /** One statement for up to 2,000 lines, so that a file of many rows costs few round trips. */
  override recordAll(entries: readonly AuditEntry[]): Promise<void> {
    const reading = currentReading();
    if (reading) return this.readings.record(reading, entries.map(auditRow));
    return insertRows('app.audit_event', AUDIT_COLUMNS, entries.map(auditRow));
  }
}
