import { compareBirthDates } from './birth-date.js';
import { comparePlaces, type PresentPlace } from './birth-place.js';
import { isEpicene, isUsualForm } from './first-names.js';
import { compareFirstNames, compareSurnames } from './name-comparison.js';
import type { PersonDetails } from './person-record.js';

/** A young person as one side of a match knows them: a row, a request, or a file on record. */
export type Described = Pick<PersonDetails, 'imiloId' | 'identity'>;

/** Why nothing may link two of them without a human, whatever the score (exchange.md 7.f, V1 to V6). */
export type Veto =
  | 'twins'
  | 'sex-differs'
  | 'imilo-ids-differ'
  | 'already-linked'
  | 'birth-years-differ'
  | 'said-different';

/** What only the caller knows of the pair. */
export interface PairContext {
  readonly presentOf: PresentPlace;
  /** Another row of the same file is already linked to this person (V4). */
  readonly isAlreadyLinked?: boolean;
  /** A human once said that they are not the same (V6). */
  readonly isSaidDifferent?: boolean;
}

type VetoRule = (one: Described, other: Described, context: PairContext) => boolean;

const VETO_RULES: Readonly<Record<Veto, VetoRule>> = {
  twins: areLikelyTwins,
  'sex-differs': haveIncompatibleSexes,
  'imilo-ids-differ': haveTwoNumbers,
  'already-linked': (_one, _other, context) => context.isAlreadyLinked === true,
  'birth-years-differ': ({ identity: one }, { identity: other }) =>
    one.birthDate.slice(0, 4) !== other.birthDate.slice(0, 4),
  'said-different': (_one, _other, context) => context.isSaidDifferent === true,
};

/** The vetoes V1 to V6 that stand between two people, in that order; empty = none. */
export function vetoesBetween(
  one: Described,
  other: Described,
  context: PairContext,
): readonly Veto[] {
  const names = Object.keys(VETO_RULES) as Veto[];
  return names.filter((name) => VETO_RULES[name](one, other, context));
}

/**
 * V1: same surname and day of birth, first names that are not one, and nothing says that they were
 * born in two places: a unit's row does not say where. A usual form of the same first name is no
 * twin's.
 */
function areLikelyTwins(
  { identity: one }: Described,
  { identity: other }: Described,
  { presentOf }: PairContext,
): boolean {
  const firstNames = compareFirstNames(one.firstNames, other.firstNames);
  const isOtherName = firstNames === 'different' || firstNames === 'close';
  const place = comparePlaces(one.birthPlaceCode, other.birthPlaceCode, presentOf);
  return (
    isOtherName &&
    !isUsualForm(one.firstNames[0] ?? '', other.firstNames[0] ?? '') &&
    compareSurnames(one, other) === 'exact' &&
    compareBirthDates(one.birthDate, other.birthDate) === 'exact' &&
    (place === 'exact' || place === 'missing')
  );
}

/** V2: sexes differ, unless the first name is borne by both; `I` and unknown contradict nothing. */
function haveIncompatibleSexes(
  { identity: one }: Described,
  { identity: other }: Described,
): boolean {
  if (!haveOtherSexes(one.sex, other.sex)) return false;
  return ![one.firstNames[0] ?? '', other.firstNames[0] ?? ''].every(isEpicene);
}

/** True when one is said female and the other male. */
export function haveOtherSexes(one: string | null, other: string | null): boolean {
  const isSaid = (sex: string | null): boolean => sex === 'F' || sex === 'M';
  return isSaid(one) && isSaid(other) && one !== other;
}

/** V3: two i-milo numbers, both known. */
export function haveTwoNumbers(one: Described, other: Described): boolean {
  return Boolean(one.imiloId && other.imiloId && one.imiloId !== other.imiloId);
}
