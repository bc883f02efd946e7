import type { Actor, AuditEntry, AuditReading } from '../../kernel/index.js';
import type { ReturnSummary } from './ports.js';

/** The line that a reading of names leaves in the audit: who, and how many returns (PRV-14). */
export function listRead(actor: Actor, items: readonly ReturnSummary[]): AuditEntry {
  return { ...read(actor, items), command: 'return.list', detail: `${items.length}` };
}

/** The line of one return that was opened. */
export function fileRead(actor: Actor, item: ReturnSummary): AuditEntry {
  const resource = { type: 'return', id: item.episode.id };
  return { ...read(actor, [item]), command: 'return.read', resource };
}

function read(actor: Actor, items: readonly ReturnSummary[]): Omit<AuditReading, 'command'> {
  return {
    actor,
    resource: { type: 'return', id: 'list' },
    organisationId: actor.organisation?.id ?? '',
    effectiveOn: null,
    result: 'read',
    people: items.map(({ personId }) => personId),
  };
}
