import { checkIdentity, type IdentityGap } from './identity-check.js';
import { firstNameKeys } from './first-names.js';
import { surnameKeys } from './name-keys.js';
import type { PersonDetails, PersonRecord } from './person-record.js';

/** Who a described young person is among those an organisation already knows. */
export type PersonResolution =
  | { readonly kind: 'known'; readonly person: PersonRecord; readonly gaps: readonly IdentityGap[] }
  | { readonly kind: 'new' }
  | {
      readonly kind: 'doubtful';
      readonly reason: 'IDENTITE_INCOHERENTE' | 'HOMONYME_POSSIBLE';
      readonly candidates: readonly PersonRecord[];
    };

/** What the organisation already holds that may be the same person. */
export interface KnownPeople {
  /** The one with the same i-milo number, if any. */
  readonly byImilo: PersonRecord | undefined;
  /** Those with the same day of birth and the same name keys. */
  readonly byTraits: readonly PersonRecord[];
}

/**
 * Decides who a young person is (exchange.md 7.f, levels 2 and 4): the i-milo number first, always
 * cross-checked with the identity; then strict traits, all equal and unique, unless two different
 * i-milo numbers say otherwise (veto V3). Never a guess: the rest is new, or for a human.
 */
export function resolvePerson(details: PersonDetails, known: KnownPeople): PersonResolution {
  if (known.byImilo) return crossCheck(details, known.byImilo);
  const twins = known.byTraits.filter((person) => hasSameTraits(details, person));
  const possible = twins.filter((person) => !hasOtherImilo(details, person));
  const [only, ...others] = possible;
  if (!only) return { kind: 'new' };
  if (others.length > 0) {
    return { kind: 'doubtful', reason: 'HOMONYME_POSSIBLE', candidates: possible };
  }
  return { kind: 'known', person: only, gaps: [] };
}

function crossCheck(details: PersonDetails, person: PersonRecord): PersonResolution {
  const { birthName, firstNames, birthDate } = details.identity;
  const check = checkIdentity(
    { birthName, firstName1: firstNames[0] ?? '', birthDate },
    person.identity,
  );
  return check.verdict === 'incoherent'
    ? { kind: 'doubtful', reason: 'IDENTITE_INCOHERENTE', candidates: [person] }
    : { kind: 'known', person, gaps: check.gaps };
}

function hasSameTraits(details: PersonDetails, person: PersonRecord): boolean {
  return (
    person.identity.sex === details.identity.sex &&
    person.identity.birthPlaceCode === details.identity.birthPlaceCode
  );
}

function hasOtherImilo(details: PersonDetails, person: PersonRecord): boolean {
  return Boolean(details.imiloId && person.imiloId && details.imiloId !== person.imiloId);
}

/** The keys under which a person is looked for; equal keys do not prove anything by themselves. */
export function traitKeys(identity: PersonDetails['identity']): {
  nameKey: string;
  firstNameKey: string;
} {
  const [firstNameKey = ''] = firstNameKeys(identity.firstNames);
  return { nameKey: surnameKeys(identity.birthName).key, firstNameKey };
}
