// Features write through the kernel's port; this folder answers it, and bounds what is read.
export { AuditTrail, type AuditEntry } from '../kernel/index.js';
export { PurgePersonReadings } from './db/purge-person-readings.js';
export { ReadingBoundReached, TooManyShownAtOnce } from './domain/errors.js';
export { JOURNAL_PROBLEMS } from './http/journal-problems.js';
export { ReadingAlerts } from './db/reading-alerts.js';
