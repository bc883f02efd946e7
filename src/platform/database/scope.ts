import type { Actor, Lens } from '../../kernel/index.js';
import type { ScopeRole } from './scope-roles.js';

/** The row-level scope of one transaction. */
export interface DatabaseScope {
  readonly role: ScopeRole;
  /** Organisation whose rows are visible; null sees no organisation's rows at all. */
  readonly organisationId: string | null;
  readonly actorId: string;
}

const ROLE_OF_KIND = {
  'mission-locale': 'passerelle_mission_locale',
  unit: 'passerelle_unit',
  national: 'passerelle_national',
} as const satisfies Record<string, ScopeRole>;

const ROLE_OF_LENS = {
  medical: 'passerelle_medical',
  journal: 'passerelle_journal',
} as const satisfies Record<string, ScopeRole>;

/**
 * Decides the row-level scope of an actor (SEC-12…18). The organisation always comes from the
 * actor, never from a request or a job payload.
 *
 * @throws Error when a lens is asked for without an organisation to look from.
 */
export function scopeOf(actor: Actor, lens?: Lens): DatabaseScope {
  const { organisation, id: actorId } = actor;
  if (lens === 'technical' || organisation === null) {
    if (lens === 'medical' || lens === 'journal') {
      throw new Error(`a ${lens} lens needs an organisation`);
    }
    return { role: 'passerelle_technical', organisationId: null, actorId };
  }
  const role = lens === undefined ? ROLE_OF_KIND[organisation.kind] : ROLE_OF_LENS[lens];
  return { role, organisationId: organisation.id, actorId };
}

/** True when work in `inner` may join a transaction opened for `outer`. */
export function isSameScope(outer: DatabaseScope, inner: DatabaseScope): boolean {
  return outer.role === inner.role && outer.organisationId === inner.organisationId;
}
