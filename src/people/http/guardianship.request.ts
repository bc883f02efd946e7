import { CodeOf, Flag } from '../../platform/fields/index.js';
import type { Guardianship } from '../domain/age.rules.js';
import { AUTHORISATIONS, type Authorisation } from '../domain/code-lists.js';

/** Who answers for a minor: that they are known, and whether they agreed. Nobody is named. */
export class GuardianshipRequest {
  @Flag({ about: 'Le représentant légal est connu et informé' })
  readonly hasRepresentative: boolean;

  @CodeOf(AUTHORISATIONS)
  readonly authorisation: Authorisation;
}

const SAID = {
  DONNEE: 'given',
  ATTENDUE: 'awaited',
  REFUSEE: 'refused',
} as const satisfies Record<Authorisation, Guardianship['authorisation']>;

/** What is said of it, as the rules know it; null when nothing is. */
export function toGuardianship(
  request: GuardianshipRequest | null | undefined,
): Guardianship | null {
  if (!request) return null;
  const { hasRepresentative, authorisation } = request;
  return { hasRepresentative, authorisation: SAID[authorisation] };
}
