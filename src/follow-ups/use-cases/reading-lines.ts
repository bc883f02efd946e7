import type { Actor, AuditEntry, AuditReading } from '../../kernel/index.js';
import type { FollowUpSummary } from './ports.js';

/** The line that a reading of names leaves in the audit: who, and how many milestones (PRV-14). */
export function listRead(actor: Actor, items: readonly FollowUpSummary[]): AuditEntry {
  return { ...read(actor, items), command: 'follow-up.list', detail: `${items.length}` };
}

/** The line of the milestones of one young person. */
export function fileRead(actor: Actor, items: readonly FollowUpSummary[]): AuditEntry {
  const id = items[0]?.volunteerId ?? '';
  return { ...read(actor, items), command: 'follow-up.read', resource: { type: 'volunteer', id } };
}

function read(actor: Actor, items: readonly FollowUpSummary[]): Omit<AuditReading, 'command'> {
  return {
    actor,
    resource: { type: 'follow-up', id: 'list' },
    organisationId: actor.organisation?.id ?? '',
    effectiveOn: null,
    result: 'read',
    people: [...new Set(items.map(({ personId }) => personId))],
  };
}
