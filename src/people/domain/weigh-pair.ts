import { compareBirthDates } from './birth-date.js';
import { comparePlaces, comparePostalCodes, type PresentPlace } from './birth-place.js';
import { exchangeNames } from './identity-check.js';
import {
  LIKELY_FROM,
  LIKELY_MARGIN,
  POSSIBLE_FROM,
  SWAP_WEIGHT,
  weighed,
  type ReachKinship,
  type WeighedTrait,
} from './match-weights.js';
import { compareFirstNames, compareSurnames } from './name-comparison.js';
import { NO_CONTACT, type ContactDetails, type KnownIdentity } from './person-record.js';
import { haveOtherSexes } from './vetoes.js';

/** What is weighed of one side; how to reach a person may be unknown. */
export interface Weighable {
  readonly identity: KnownIdentity;
  readonly contact?: ContactDetails;
}

/** What speaks for and against two descriptions being of one person. */
export interface PairWeight {
  /** In tenths, the cost of exchanged names included. */
  readonly total: number;
  readonly traits: readonly WeighedTrait[];
  readonly isSwapped: boolean;
}

/**
 * Weighs two descriptions trait by trait (Fellegi-Sunter, weights of exchange.md 7.f). Ranks what a
 * human looks at; it never links (shadow mode).
 */
export function weighPair(one: Weighable, other: Weighable, presentOf: PresentPlace): PairWeight {
  const straight = nameTraits(one.identity, other.identity);
  // Names that agree exactly cannot agree better once exchanged.
  const exchanged = straight.every(({ kinship }) => kinship === 'exact')
    ? straight
    : heavier(
        nameTraits(exchangeNames(one.identity), other.identity),
        nameTraits(one.identity, exchangeNames(other.identity)),
      );
  const isSwapped = sumOf(exchanged) + SWAP_WEIGHT > sumOf(straight);
  const traits = [...(isSwapped ? exchanged : straight), ...otherTraits(one, other, presentOf)];
  return { total: sumOf(traits) + (isSwapped ? SWAP_WEIGHT : 0), traits, isSwapped };
}

/** `very-likely`, `possible`: a human looks; `unlikely`: not shown first. */
export type Band = 'very-likely' | 'possible' | 'unlikely';

/** A candidate with its place in the queue. */
export interface Ranked<T> {
  readonly candidate: T;
  readonly weight: PairWeight;
  /** Weight less the prior, in tenths: how many candidates there were to be found among. */
  readonly posterior: number;
  readonly band: Band;
}

/** The candidates by posterior weight, the likeliest first; `population` is their number in scope. */
export function rankCandidates<T extends Weighable & { readonly id: string }>(
  described: Weighable,
  candidates: readonly T[],
  population: number,
  presentOf: PresentPlace,
): readonly Ranked<T>[] {
  const prior = Math.round(10 * Math.log2(Math.max(population, 1)));
  const scored = candidates
    .map((candidate) => ({ candidate, weight: weighPair(described, candidate, presentOf) }))
    .map((one) => ({ ...one, posterior: one.weight.total - prior }))
    .toSorted(
      (one, rival) =>
        rival.posterior - one.posterior || (one.candidate.id < rival.candidate.id ? -1 : 1),
    );
  const second = scored[1]?.posterior ?? Number.NEGATIVE_INFINITY;
  return scored.map((one, index) => ({
    ...one,
    band: bandOf(one.posterior, index === 0 ? one.posterior - second : 0),
  }));
}

function bandOf(posterior: number, margin: number): Band {
  if (posterior >= LIKELY_FROM && margin >= LIKELY_MARGIN) return 'very-likely';
  return posterior >= POSSIBLE_FROM ? 'possible' : 'unlikely';
}

function nameTraits(one: KnownIdentity, other: KnownIdentity): readonly WeighedTrait[] {
  return [
    weighed('birthName', compareSurnames(one, other)),
    weighed('firstName', compareFirstNames(one.firstNames, other.firstNames)),
  ];
}

/** Either side may be the one that was written the wrong way round. */
function heavier(
  one: readonly WeighedTrait[],
  other: readonly WeighedTrait[],
): readonly WeighedTrait[] {
  return sumOf(other) > sumOf(one) ? other : one;
}

function otherTraits(
  one: Weighable,
  other: Weighable,
  presentOf: PresentPlace,
): readonly WeighedTrait[] {
  const { contact: first = NO_CONTACT } = one;
  const { contact: second = NO_CONTACT } = other;
  const [a, b] = [one.identity, other.identity];
  const isSexKnown = a.sex !== null && b.sex !== null && a.sex !== 'I' && b.sex !== 'I';
  const sex = haveOtherSexes(a.sex, b.sex) ? 'different' : isSexKnown ? 'exact' : 'missing';
  return [
    weighed('birthDate', compareBirthDates(a.birthDate, b.birthDate)),
    weighed('sex', sex),
    weighed('birthPlace', comparePlaces(a.birthPlaceCode, b.birthPlaceCode, presentOf)),
    weighed('postalCode', comparePostalCodes(first.postalCode, second.postalCode)),
    weighed('reach', compareReach(first, second)),
  ];
}

/** A telephone or a mailbox in common; families share them, which is why this alone links nobody. */
function compareReach(one: ContactDetails, other: ContactDetails): ReachKinship {
  const pairs = [
    [one.phone, other.phone],
    [one.email?.toLowerCase() ?? null, other.email?.toLowerCase() ?? null],
  ].filter(([first, second]) => first && second);
  if (pairs.length === 0) return 'missing';
  return pairs.some(([first, second]) => first === second) ? 'exact' : 'different';
}

function sumOf(traits: readonly WeighedTrait[]): number {
  return traits.reduce((sum, { weight }) => sum + weight, 0);
}
