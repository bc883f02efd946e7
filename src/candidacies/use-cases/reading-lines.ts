import type { Actor, AuditEntry, AuditReading } from '../../kernel/index.js';
import type { CandidacySummary } from './ports.js';

/** The line that a reading of names leaves in the audit: who, and how many files (PRV-14). */
export function listRead(actor: Actor, items: readonly CandidacySummary[]): AuditEntry {
  return { ...read(actor, items), command: 'candidacy.list', detail: `${items.length}` };
}

/** The line of one file that was opened. */
export function fileRead(actor: Actor, item: CandidacySummary): AuditEntry {
  const resource = { type: 'candidacy', id: item.candidacy.id };
  return { ...read(actor, [item]), command: 'candidacy.read', resource };
}

function read(actor: Actor, items: readonly CandidacySummary[]): Omit<AuditReading, 'command'> {
  return {
    actor,
    resource: { type: 'candidacy', id: 'list' },
    organisationId: actor.organisation?.id ?? '',
    effectiveOn: null,
    result: 'read',
    people: items.map(({ candidacy }) => candidacy.personId),
  };
}
