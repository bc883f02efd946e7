import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, type AuditEntry } from '../../kernel/index.js';
import {
  afterCommit,
  currentManager,
  currentReading,
  insertRows,
  type Reading,
} from '../../platform/database/index.js';
import { ReadingAlerts } from './reading-alerts.js';
import { ReadingLimits } from '../use-cases/ports.js';
import { AUDIT_COLUMNS, auditRow } from './audit-row.js';
import { COUNT_PEOPLE, countValues, type BoundShowing, type CountAnswer } from './people-count.js';
import { PeopleCounter } from './people-counter.js';
import { ReadingJournal } from './reading-journal.js';

/**
 * The journal in PostgreSQL. Its lines belong to the transaction of the act they tell: kept with it
 * or lost with it. Those of a reading are kept before the reading gives its answer, and whom it shows is
 * counted with them: one too many, and nothing is shown (SEC-19). No role of the application may change,
 * delete or even read the lines back (PRV-16).
 */
@Injectable()
export class DatabaseAuditTrail extends AuditTrail {
  private readonly readings = new ReadingJournal();
  private readonly counter: PeopleCounter;

  constructor({ bounds }: ReadingLimits, clock: Clock, alerts: ReadingAlerts) {
    super();
    this.counter = new PeopleCounter(bounds, clock, alerts);
  }

  /** @throws ReadingBoundReached */
  override record(entry: AuditEntry): Promise<void> {
    return this.recordAll([entry]);
  }

  /**
   * One statement for up to 10,000 lines, so that a file of many rows costs few round trips.
   * @throws ReadingBoundReached
   */
  override async recordAll(entries: readonly AuditEntry[]): Promise<void> {
    const showing = this.counter.toCount(entries);
    const reading = currentReading();
    if (reading) return this.recordReading(reading, entries, showing);
    const alert = showing && (await this.count(showing));
    const all = alert ? [...entries, alert] : entries;
    return insertRows('app.audit_event', AUDIT_COLUMNS, all.map(auditRow));
  }

  /** What is shown is counted in the statement that keeps the lines: one round trip, as before. */
  private async recordReading(
    reading: Reading,
    entries: readonly AuditEntry[],
    showing: BoundShowing | undefined,
  ): Promise<void> {
    const answer = await this.readings.record(reading, entries.map(auditRow), showing);
    if (!showing || !answer) return;
    const alert = this.counter.admit(showing, answer);
    this.counter.remember(showing);
    if (alert) await this.readings.record(reading, [auditRow(alert)]);
  }

  private async count(showing: BoundShowing): Promise<AuditEntry | undefined> {
    const [answer]: CountAnswer[] = await currentManager().query(
      COUNT_PEOPLE,
      countValues(showing),
    );
    if (!answer) throw new Error('a count answers one row');
    const alert = this.counter.admit(showing, answer);
    afterCommit(() => this.counter.remember(showing));
    return alert;
  }
}
