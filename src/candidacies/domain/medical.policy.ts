import { actingRole, type Actor } from '../../kernel/index.js';

/** OAuth scope of a unit's machine client that may write conclusions (contract.md 5). */
export const MEDICAL_SCOPE = 'medical-conclusion';

const WRITERS: readonly string[] = ['recruiter', 'unit-manager', 'medical-office'];

/** Who may write a medical conclusion (contract.md 5, trust.md 3): never read again by the recruiter. */
export function mayWriteConclusion(actor: Actor): boolean {
  if (actor.type === 'machine' || actor.type === 'file') {
    return actor.organisation.kind === 'unit' && actor.scopes.includes(MEDICAL_SCOPE);
  }
  return WRITERS.includes(actingRole(actor));
}

/** How a reader may see the conclusion of one file, before the convention is asked. */
export type ConclusionAccess = 'shown' | 'with-reason' | 'never';

/**
 * Who reads a conclusion on the file's own page (interface.md 0.3): the unit's medical office, the
 * adviser in charge, the manager with a reason. A machine never does; an adviser who is not in
 * charge of a referral that has one does not either.
 */
export function conclusionAccess(actor: Actor, adviserId: string | null): ConclusionAccess {
  if (actor.type !== 'person') return 'never';
  switch (actor.role) {
    case 'medical-office':
      return 'shown';
    case 'ml-adviser':
      return adviserId === null || adviserId === actor.id ? 'shown' : 'never';
    case 'ml-manager':
      return 'with-reason';
    default:
      return 'never';
  }
}

const DECIDERS: readonly string[] = ['recruiter', 'unit-manager'];

/**
 * True for who may tell a refusal after selection from a medical one on the file's own page: those
 * who decide, those who may open the conclusion, and the software of the two organisations. The
 * others read the same words for both, as in lists.
 */
export function tellsRefusalsApart(
  actor: Actor,
  adviserId: string | null,
  hasReason: boolean,
): boolean {
  if (actor.type !== 'person' || DECIDERS.includes(actor.role)) return true;
  const access = conclusionAccess(actor, adviserId);
  return access === 'shown' || (access === 'with-reason' && hasReason);
}
