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
import { mostExchanged, mostStraight } from './most-of-names.js';
import { compareFirstNames, compareSurnames } from './name-comparison.js';
import { NO_CONTACT, type ContactDetails, type KnownIdentity } from './person-record.js';
import { traitKeys } from './resolve-person.js';
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
  return weightOf(
    one,
    other,
    nameTraits(one.identity, other.identity),
    otherTraits(one, other, presentOf),
  );
}

/**
 * The same, or nothing when it cannot be `least` or more: most candidates share a block and little
 * else, and names in each other's place are the dearest to compare.
 */
export function weighIfAtLeast(
  one: Weighable,
  other: Weighable,
  presentOf: PresentPlace,
  least: number,
): PairWeight | undefined {
  const others = otherTraits(one, other, presentOf);
  const missing = least - sumOf(others);
  const [keys, rivals] = [traitKeys(one.identity), traitKeys(other.identity)];
  const mostSwapped = mostExchanged(keys, rivals);
  if (Math.max(mostStraight(keys, rivals), mostSwapped) < missing) return undefined;
  const straight = nameTraits(one.identity, other.identity);
  if (Math.max(sumOf(straight), mostSwapped) < missing) return undefined;
  return weightOf(one, other, straight, others);
}

function weightOf(
  one: Weighable,
  other: Weighable,
  straight: readonly WeighedTrait[],
  others: readonly WeighedTrait[],
): PairWeight {
  // Names that agree exactly cannot agree better once exchanged.
  const exchanged = straight.every(({ kinship }) => kinship === 'exact')
    ? straight
    : heavier(
        nameTraits(exchangeNames(one.identity), other.identity),
        nameTraits(one.identity, exchangeNames(other.identity)),
      );
  const isSwapped = sumOf(exchanged) + SWAP_WEIGHT > sumOf(straight);
  const traits = [...(isSwapped ? exchanged : straight), ...others];
  return { total: sumOf(traits) + (isSwapped ? SWAP_WEIGHT : 0), traits, isSwapped };
}

/** How much a candidate is worth a look; the unlikely ones are not shown. */
export type Band = 'very-likely' | 'possible';

/** A candidate with its place in the queue. */
export interface Ranked<T> {
  readonly candidate: T;
  readonly weight: PairWeight;
  /** Weight less the prior, in tenths: how many candidates there were to be found among. */
  readonly posterior: number;
  readonly band: Band;
}

/** The least weight of a pair that is worth showing, among so many people in scope; in tenths. */
export function leastWeight(population: number): number {
  return POSSIBLE_FROM + priorOf(population);
}

/**
 * The candidates by posterior weight, the likeliest first, those that are not unlikely; `population`
 * is their number in scope.
 */
export function rankCandidates<T extends Weighable & { readonly id: string }>(
  described: Weighable,
  candidates: readonly T[],
  population: number,
  presentOf: PresentPlace,
): readonly Ranked<T>[] {
  const prior = priorOf(population);
  const least = leastWeight(population);
  const scored = candidates
    .flatMap((candidate) => {
      const weight = weighIfAtLeast(described, candidate, presentOf, least);
      return weight && weight.total >= least
        ? [{ candidate, weight, posterior: weight.total - prior }]
        : [];
    })
    .toSorted(
      (one, rival) =>
        rival.posterior - one.posterior || (one.candidate.id < rival.candidate.id ? -1 : 1),
    );
  // One that is left out is further behind the likely ones than the margin they need.
  const second = scored[1]?.posterior ?? Number.NEGATIVE_INFINITY;
  return scored.map((one, index) => ({
    ...one,
    band: bandOf(one.posterior, index === 0 ? one.posterior - second : 0),
  }));
}

function priorOf(population: number): number {
  return Math.round(10 * Math.log2(Math.max(population, 1)));
}

function bandOf(posterior: number, margin: number): Band {
  return posterior >= LIKELY_FROM && margin >= LIKELY_MARGIN ? 'very-likely' : 'possible';
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
