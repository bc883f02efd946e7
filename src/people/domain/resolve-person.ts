import { isPartialBirthDate } from './birth-date.js';
import { comparePlaces, type PresentPlace } from './birth-place.js';
import { firstNameKeys } from './first-names.js';
import type { IdentityGap } from './identity-check.js';
import { SaidBefore } from './identity-verdict.js';
import { judgeKey, type IdentityDoubt } from './judge-identity.js';
import { compareFirstNames } from './name-comparison.js';
import { surnameKeys } from './name-keys.js';
import type { PersonDetails, PersonRecord } from './person-record.js';
import { haveTwoNumbers, vetoesBetween, type Described } from './vetoes.js';

/** Most people a human is shown; beyond, the row waits for a better description (exchange.md 7.f). */
export const MOST_CANDIDATES = 200;

/** Who a described young person is among those an organisation already knows. */
export type PersonResolution =
  | { readonly kind: 'known'; readonly person: PersonRecord; readonly gaps: readonly IdentityGap[] }
  /** `gaps`: somebody of the same identity is on file under another number. */
  | { readonly kind: 'new'; readonly gaps: readonly IdentityGap[] }
  | {
      readonly kind: 'doubtful';
      readonly reason: IdentityDoubt;
      readonly candidates: readonly PersonRecord[];
      /** True when a human has already said that they are not the same: nobody is asked again. */
      readonly isSaid: boolean;
    };

/** What the organisation already holds that may be the same person. */
export interface KnownPeople {
  /** The one with the same i-milo number, if any. */
  readonly byImilo: PersonRecord | undefined;
  /** Those with the same day of birth and the same key of surname. */
  readonly byTraits: readonly PersonRecord[];
  /** Other rows of the same file, of other numbers, that may speak of the same people. */
  readonly rivals: readonly Described[];
}

/** What the resolution is told besides. */
export interface ResolveContext {
  readonly presentOf: PresentPlace;
  readonly said: SaidBefore;
  /** The file that stands for a merged one, by the id of the merged one. */
  readonly kept: ReadonlyMap<string, PersonRecord>;
}

/** Nobody said anything, and no commune has moved. */
export const NOTHING_SAID: ResolveContext = {
  presentOf: (code) => code,
  said: new SaidBefore(),
  kept: new Map(),
};

/**
 * Decides who a young person is (exchange.md 7.f, levels 2 and 4): the i-milo number first, always
 * cross-checked; then strict traits, all known, equal, unique on both sides, and no veto. Never a
 * guess: the rest is new, or for a human. A veto forbids the link, it does not forbid saying that
 * somebody of the same identity is on file.
 */
export function resolvePerson(
  details: PersonDetails,
  known: KnownPeople,
  context: ResolveContext,
): PersonResolution {
  if (known.byImilo) return crossCheck(details, known.byImilo, context);
  const same = known.byTraits.filter((person) => hasStrictTraits(details, person, context));
  const recognised = same.find(({ id }) => context.said.of(details, id).isSaidSame);
  if (recognised) return { kind: 'known', person: standing(recognised, context), gaps: [] };
  const possible = same.filter((person) => vetoesOf(details, person, context).length === 0);
  const hasRival = known.rivals.some((rival) => hasStrictTraits(details, rival, context));
  const [only] = possible;
  if (!only) return { kind: 'new', gaps: homonymRemark(details, same, hasRival, context) };
  if (possible.length > MOST_CANDIDATES) return doubtful('TROP_DE_CANDIDATS', []);
  const people = new Set(same.map((person) => standing(person, context).id));
  if (people.size > 1 || hasRival) return doubtful('HOMONYME_POSSIBLE', possible);
  return { kind: 'known', person: standing(only, context), gaps: [] };
}

/**
 * The others that somebody would become the same as, were they described anew: of the same strict
 * traits, under whatever number. One that they looked like already, that a human said to be somebody
 * else, or that was merged with them, is no news.
 */
export function newlyAlike(
  { before, after }: { readonly before: PersonRecord; readonly after: Described },
  others: readonly PersonRecord[],
  context: ResolveContext,
): PersonRecord[] {
  return others.filter(
    (other) =>
      standing(other, context).id !== standing(before, context).id &&
      hasStrictTraits(after, other, context) &&
      !hasStrictTraits(before, other, context) &&
      !context.said.of(after, other.id).isSaidDifferent,
  );
}

/** A merged file points to the one that was kept. */
function standing(person: PersonRecord, { kept }: ResolveContext): PersonRecord {
  return kept.get(person.id) ?? person;
}

function crossCheck(
  details: PersonDetails,
  person: PersonRecord,
  context: ResolveContext,
): PersonResolution {
  const { presentOf, said } = context;
  const judged = judgeKey(details, person, { presentOf, ...said.of(details, person.id) });
  switch (judged.kind) {
    case 'link':
      return { kind: 'known', person: standing(person, context), gaps: judged.remarks };
    case 'review':
      return doubtful(judged.reason, [person]);
    case 'said-different':
      return { ...doubtful('IDENTITE_INCOHERENTE', [person]), isSaid: true };
  }
}

function doubtful(reason: IdentityDoubt, candidates: readonly PersonRecord[]) {
  return { kind: 'doubtful', reason, candidates, isSaid: false } as const;
}

function vetoesOf(
  details: Described,
  person: PersonRecord,
  { presentOf, said }: ResolveContext,
): readonly string[] {
  const { isSaidDifferent } = said.of(details, person.id);
  return vetoesBetween(details, person, { presentOf, isSaidDifferent });
}

/** The same identity under another number (V3): said, unless a human has answered already. */
function homonymRemark(
  details: Described,
  same: readonly PersonRecord[],
  hasRival: boolean,
  { said }: ResolveContext,
): readonly IdentityGap[] {
  const isUnanswered = same.some(
    (person) => haveTwoNumbers(details, person) && !said.of(details, person.id).isSaidDifferent,
  );
  return isUnanswered || hasRival ? ['HOMONYME_POSSIBLE'] : [];
}

/**
 * Level 4: surname, first first name, full birth date, sex and birthplace, all known and equal. What
 * is unknown or partial agrees with nothing.
 */
export function hasStrictTraits(
  { identity: one }: Described,
  { identity: other }: Described,
  { presentOf }: Pick<ResolveContext, 'presentOf'>,
): boolean {
  const surname = surnameKeys(one.birthName).key;
  return (
    surname !== '' &&
    surname === surnameKeys(other.birthName).key &&
    one.birthDate === other.birthDate &&
    !isPartialBirthDate(one.birthDate) &&
    one.sex !== null &&
    one.sex === other.sex &&
    comparePlaces(one.birthPlaceCode, other.birthPlaceCode, presentOf) === 'exact' &&
    compareFirstNames(one.firstNames, other.firstNames) === 'exact'
  );
}

/** The keys under which a person is looked for; equal keys do not prove anything by themselves. */
export function traitKeys(identity: PersonDetails['identity']): {
  nameKey: string;
  firstNameKey: string;
} {
  const [firstNameKey = ''] = firstNameKeys(identity.firstNames);
  return { nameKey: surnameKeys(identity.birthName).key, firstNameKey };
}
