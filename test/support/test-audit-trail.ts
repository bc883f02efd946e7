import { DatabaseAuditTrail } from '../../src/audit/db/database-audit-trail.js';
import { ReadingAlerts } from '../../src/audit/db/reading-alerts.js';
import { SystemClock } from '../../src/app/system-clock.js';
import type { Clock } from '../../src/kernel/index.js';
import { EventLog } from '../../src/platform/logging/index.js';

/** The journal for tests that have a database and no service. */
export function testAuditTrail(
  bounds = { caseload: 300, organisation: 500 },
  clock: Clock = new SystemClock(),
  log = new EventLog({ level: 'silent' }),
): DatabaseAuditTrail {
  return new DatabaseAuditTrail({ bounds }, clock, new ReadingAlerts(log));
}
