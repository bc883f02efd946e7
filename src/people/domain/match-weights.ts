import type { BirthDateKinship } from './birth-date.js';
import type { PlaceKinship } from './birth-place.js';
import type { NameKinship } from './name-comparison.js';

/** How two people may be reached: a telephone or a mailbox in common, none, or nothing to compare. */
export type ReachKinship = 'exact' | 'different' | 'missing';
export type SexKinship = 'exact' | 'different' | 'missing';

/** The traits that are weighed (exchange.md 7.f). */
export interface TraitKinships {
  readonly birthName: NameKinship;
  readonly firstName: NameKinship;
  readonly birthDate: BirthDateKinship;
  readonly sex: SexKinship;
  readonly birthPlace: PlaceKinship;
  readonly postalCode: PlaceKinship;
  readonly reach: ReachKinship;
}
export type Trait = keyof TraitKinships;

/**
 * Starting weights of exchange.md 7.f, log2 of m/u, in tenths so that sums are exact. Data, not
 * knowledge: to be estimated again on real pairs, with the frequency of names of each territory.
 *
 * A partial date that agrees is worth what chance would make of it, over the dozen birth years of
 * the public served: one in 12 for the year, one in 144 for the month.
 */
export const MATCH_WEIGHTS: {
  readonly [T in Trait]: Readonly<Record<TraitKinships[T], number>>;
} = {
  birthName: { exact: 92, close: 39, weak: 27, different: -56, missing: 0 },
  firstName: { exact: 68, close: 23, weak: 17, different: -50, missing: 0 },
  birthDate: {
    exact: 118,
    'same-month-known': 71,
    'same-year-known': 35,
    typo: 19,
    'same-year': -42,
    different: -65,
  },
  sex: { exact: 10, different: -66, missing: 0 },
  birthPlace: { exact: 64, 'same-area': 10, different: -38, missing: 0 },
  postalCode: { exact: 69, 'same-area': 23, different: -27, missing: 0 },
  reach: { exact: 155, different: -9, missing: 0 },
};

/** What the surname and the first name in each other's place cost. */
export const SWAP_WEIGHT = -30;

/** Bands of the posterior weight: likely from 10 with 6 more than the second, no link below −2. */
export const LIKELY_FROM = 100;
export const LIKELY_MARGIN = 60;
export const POSSIBLE_FROM = -20;

/** A trait compared and what it weighs, in tenths. */
export interface WeighedTrait<T extends Trait = Trait> {
  readonly trait: T;
  readonly kinship: TraitKinships[T];
  readonly weight: number;
}

/** One trait with its weight. */
export function weighed<T extends Trait>(trait: T, kinship: TraitKinships[T]): WeighedTrait<T> {
  return { trait, kinship, weight: MATCH_WEIGHTS[trait][kinship] };
}
