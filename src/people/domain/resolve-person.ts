import { isPartialBirthDate } from './birth-date.js';
import { checkIdentity, type IdentityCheck, type IdentityGap } from './identity-check.js';
import { firstNameKeys } from './first-names.js';
import { surnameKeys } from './name-keys.js';
import type { PersonDetails, PersonRecord } from './person-record.js';

/** Why only a human may say who a described young person is (exchange.md 6.6). */
export type IdentityDoubt = 'IDENTITE_INCOHERENTE' | 'JUMEAUX_POSSIBLES' | 'HOMONYME_POSSIBLE';

/** Who a described young person is among those an organisation already knows. */
export type PersonResolution =
  | { readonly kind: 'known'; readonly person: PersonRecord; readonly gaps: readonly IdentityGap[] }
  | { readonly kind: 'new' }
  | {
      readonly kind: 'doubtful';
      readonly reason: IdentityDoubt;
      readonly candidates: readonly PersonRecord[];
    };

/** What the organisation already holds that may be the same person. */
export interface KnownPeople {
  /** The one with the same i-milo number, if any. */
  readonly byImilo: PersonRecord | undefined;
  /** Those with the same day of birth and the same name keys. */
  readonly byTraits: readonly PersonRecord[];
}

const UNKNOWN_PLACE = '99999';

/**
 * Decides who a young person is (exchange.md 7.f, levels 2 and 4): the i-milo number first, always
 * cross-checked with the identity (a likely twin is never linked, veto V1); then strict traits, all
 * known, equal and unique, unless two different i-milo numbers say otherwise (V3). Never a guess: the
 * rest is new, or for a human.
 */
export function resolvePerson(details: PersonDetails, known: KnownPeople): PersonResolution {
  if (known.byImilo) return crossCheck(details, known.byImilo);
  const possible = known.byTraits.filter(
    (person) => hasSameTraits(details, person) && !hasOtherImilo(details, person),
  );
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
  const reason = doubtOf(check);
  return reason
    ? { kind: 'doubtful', reason, candidates: [person] }
    : { kind: 'known', person, gaps: check.gaps };
}

/** Why a key that points to a person does not link to them by itself; null when it does. */
export function doubtOf({
  verdict,
  gaps,
}: Pick<IdentityCheck, 'verdict' | 'gaps'>): IdentityDoubt | null {
  if (gaps.includes('JUMEAUX_POSSIBLES')) return 'JUMEAUX_POSSIBLES';
  return verdict === 'incoherent' ? 'IDENTITE_INCOHERENTE' : null;
}

/** Sex, full day and place of birth: what is unknown or partial agrees with nothing. */
function hasSameTraits(
  { identity: described }: PersonDetails,
  { identity }: PersonRecord,
): boolean {
  const isComplete =
    described.sex !== null &&
    described.birthPlaceCode !== null &&
    described.birthPlaceCode !== UNKNOWN_PLACE &&
    !isPartialBirthDate(described.birthDate);
  return (
    isComplete &&
    identity.sex === described.sex &&
    identity.birthPlaceCode === described.birthPlaceCode
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
