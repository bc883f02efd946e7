// Features write through the kernel's port; this folder only answers it.
export { AuditTrail, type AuditEntry } from '../kernel/index.js';
export { JOURNAL_PROBLEMS } from './http/journal-problems.js';
