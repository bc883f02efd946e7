import { compareBirthDates } from './birth-date.js';
import { isEpicene } from './first-names.js';
import { compareFirstNames, compareSurnames } from './name-comparison.js';
import type { IdentityTraits } from './person.js';

/** One side of a match: a row of a file, or a known person. */
export interface MatchSubject {
  /** Identifier of the row or of the person, unique on its side. */
  readonly id: string;
  readonly traits: IdentityTraits;
  /** `null` when unknown. */
  readonly imiloId: string | null;
}

/** Why nothing may link two subjects without a human, whatever the score (exchange.md 7.f). */
export type Veto =
  'twins' | 'sex-differs' | 'imilo-ids-differ' | 'already-linked' | 'birth-years-differ';

/** What only the caller knows of the pair. */
export interface PairContext {
  /** Another row of the same file is already linked to this person (V4). */
  readonly isKnownAlreadyLinked: boolean;
}

type VetoRule = (incoming: MatchSubject, known: MatchSubject, context: PairContext) => boolean;

const VETO_RULES: Readonly<Record<Veto, VetoRule>> = {
  twins: areLikelyTwins,
  'sex-differs': haveIncompatibleSexes,
  'imilo-ids-differ': (incoming, known) =>
    incoming.imiloId !== null && known.imiloId !== null && incoming.imiloId !== known.imiloId,
  'already-linked': (_incoming, _known, context) => context.isKnownAlreadyLinked,
  'birth-years-differ': (incoming, known) =>
    incoming.traits.birthDate.slice(0, 4) !== known.traits.birthDate.slice(0, 4),
};

/** The vetoes V1 to V5 that stand between two subjects, in that order; empty = none. */
export function vetoesBetween(
  incoming: MatchSubject,
  known: MatchSubject,
  context: PairContext,
): readonly Veto[] {
  const names = Object.keys(VETO_RULES) as Veto[];
  return names.filter((name) => VETO_RULES[name](incoming, known, context));
}

/** V1: same surname, day and place of birth, and first names that are not exactly one. */
function areLikelyTwins(incoming: MatchSubject, known: MatchSubject): boolean {
  const [one, other] = [incoming.traits, known.traits];
  return (
    compareSurnames(one, other) === 'exact' &&
    compareBirthDates(one.birthDate, other.birthDate) === 'exact' &&
    one.birthPlaceCode === other.birthPlaceCode &&
    compareFirstNames(one.firstNames, other.firstNames) !== 'exact'
  );
}

/** V2: sexes differ, unless the first name is borne by both; `I` contradicts nothing. */
function haveIncompatibleSexes(incoming: MatchSubject, known: MatchSubject): boolean {
  const [one, other] = [incoming.traits, known.traits];
  if (one.sex === other.sex || one.sex === 'I' || other.sex === 'I') return false;
  const firstNames = [one.firstNames[0] ?? '', other.firstNames[0] ?? ''];
  return !firstNames.every(isEpicene);
}
