import type { Actor, AuditEntry } from '../../kernel/index.js';
import type { InformationSession, Registration } from '../domain/information-session.js';

/** The line that reading who is registered leaves in the audit (PRV-14). */
export function registrationsRead(
  actor: Actor,
  { id }: InformationSession,
  registrations: readonly Registration[],
): AuditEntry {
  return {
    actor,
    command: 'information-session.read',
    resource: { type: 'information-session', id },
    organisationId: actor.organisation?.id ?? '',
    effectiveOn: null,
    result: 'read',
    detail: `${registrations.length}`,
    people: registrations.map(({ personId }) => personId),
  };
}
