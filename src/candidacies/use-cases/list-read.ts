import type { Actor, AuditEntry } from '../../kernel/index.js';

/** The line that a reading of names leaves in the audit: who, and how many files (PRV-14). */
export function listRead(actor: Actor, count: number): AuditEntry {
  return {
    actor,
    command: 'candidacy.list',
    resource: { type: 'candidacy', id: 'list' },
    organisationId: actor.organisation?.id ?? '',
    effectiveOn: null,
    result: 'read',
    detail: `${count}`,
  };
}
