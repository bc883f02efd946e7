import { isPartialBirthDate } from './birth-date.js';
import { firstNameKeys } from './first-names.js';
import { surnameKeys } from './name-keys.js';
import type { IdentityTraits } from './person.js';
import { vetoesBetween } from './vetoes.js';
import type { MatchSubject, Veto } from './vetoes.js';

const UNKNOWN_PLACE = '99999';

/** What the strict rule says of one incoming subject. */
export type StrictOutcome =
  | { readonly outcome: 'linked'; readonly knownId: string }
  | { readonly outcome: 'none' }
  /** Several subjects share these traits on one side or the other: a human decides. */
  | { readonly outcome: 'homonyms'; readonly knownIds: readonly string[] }
  | { readonly outcome: 'vetoed'; readonly knownId: string; readonly vetoes: readonly Veto[] };

/**
 * The keys under which strict matching looks for a person: surname, first first name, full birth
 * date, sex and birthplace. Two keys when the first name may be joined to the second. Empty when a
 * trait is missing or partial: such a person is never matched by traits alone.
 */
export function strictKeys(traits: IdentityTraits): readonly string[] {
  const surname = surnameKeys(traits.birthName).key;
  const isIncomplete =
    surname === '' ||
    isPartialBirthDate(traits.birthDate) ||
    traits.birthPlaceCode === '' ||
    traits.birthPlaceCode === UNKNOWN_PLACE;
  if (isIncomplete) return [];
  const { birthDate, sex, birthPlaceCode } = traits;
  return [...firstNameKeys(traits.firstNames)].map((firstName) =>
    [surname, firstName, birthDate, sex, birthPlaceCode].join('|'),
  );
}

/**
 * Level 4 of matching (exchange.md 7.f): links an incoming subject to a known person when every
 * strict trait is equal, unique on both sides, and no veto stands. One outcome per incoming subject,
 * by its id; the order of either list changes nothing.
 * @param linkedIds known persons already linked to a row of the same file by another level (V4)
 */
export function strictMatch(
  incoming: readonly MatchSubject[],
  known: readonly MatchSubject[],
  linkedIds: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, StrictOutcome> {
  const [incomingByKey, knownByKey] = [indexByKey(incoming), indexByKey(known)];
  const outcomes = incoming.map((subject): [string, StrictOutcome] => {
    const targets = sharingKeys(subject, knownByKey);
    const [target] = targets;
    if (target === undefined) return [subject.id, { outcome: 'none' }];
    const rivals = new Set(targets.flatMap((person) => sharingKeys(person, incomingByKey)));
    if (targets.length > 1 || rivals.size > 1) {
      const knownIds = targets.map((person) => person.id).toSorted();
      return [subject.id, { outcome: 'homonyms', knownIds }];
    }
    return [subject.id, linkOrVeto(subject, target, linkedIds.has(target.id))];
  });
  return new Map(outcomes);
}

function linkOrVeto(
  subject: MatchSubject,
  target: MatchSubject,
  isKnownAlreadyLinked: boolean,
): StrictOutcome {
  const vetoes = vetoesBetween(subject, target, { isKnownAlreadyLinked });
  return vetoes.length === 0
    ? { outcome: 'linked', knownId: target.id }
    : { outcome: 'vetoed', knownId: target.id, vetoes };
}

type KeyIndex = ReadonlyMap<string, readonly MatchSubject[]>;

function indexByKey(subjects: readonly MatchSubject[]): KeyIndex {
  const index = new Map<string, MatchSubject[]>();
  for (const subject of subjects) {
    for (const key of strictKeys(subject.traits)) {
      const sharing = index.get(key);
      if (sharing) sharing.push(subject);
      else index.set(key, [subject]);
    }
  }
  return index;
}

function sharingKeys(subject: MatchSubject, index: KeyIndex): readonly MatchSubject[] {
  return [...new Set(strictKeys(subject.traits).flatMap((key) => index.get(key) ?? []))];
}
