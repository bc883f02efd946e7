import type { DirectState } from './direct-applicant.js';

/** What the register of communes says of a residence: one mission locale, several, or none. */
export type ResidenceRouting =
  | { readonly state: 'routed'; readonly missionLocaleCode: string }
  | { readonly state: 'ambiguous' | 'outside-network'; readonly candidates: readonly string[] }
  | { readonly state: 'unresolved' };

/** What decides where an applicant is invited. */
export interface PlacingFacts {
  /** Of the commune on the day of the decision; null for who has no known commune, or lives abroad. */
  readonly routing: ResidenceRouting | null;
  /** The mission locale that the unit chose; null when it left that to the commune. */
  readonly chosenCode: string | null;
  readonly hasAgreed: boolean;
}

/** Whom an applicant is invited to meet, as far as the commune and the unit say it. */
export type Place =
  | { readonly kind: 'mission-locale'; readonly code: string }
  | { readonly kind: 'to-assign'; readonly candidates: readonly string[] }
  | { readonly kind: 'outside-network' };

/**
 * Pure: the commune decides; the unit chooses where it does not. Several missions locales, none, or no
 * commune leave the applicant in the tray of the unit, with the names of those that may be chosen. In
 * New Caledonia the province decides between two, so a human chooses. Polynesia, Wallis-et-Futuna and
 * Saint-Pierre-et-Miquelon have none, and a choice does not make one there.
 */
export function placeOf({ routing, chosenCode }: Omit<PlacingFacts, 'hasAgreed'>): Place {
  if (routing?.state === 'outside-network' && routing.candidates.length === 0) {
    return { kind: 'outside-network' };
  }
  if (chosenCode !== null) return { kind: 'mission-locale', code: chosenCode };
  if (routing?.state === 'routed') {
    return { kind: 'mission-locale', code: routing.missionLocaleCode };
  }
  const candidates = routing && 'candidates' in routing ? routing.candidates : [];
  return { kind: 'to-assign', candidates };
}

/**
 * The state in which an applicant is placed. Identity passes only with the agreement of the young person,
 * and under a convention in force that has this duty; otherwise the letter is all there is.
 */
export function stateOfPlace(
  place: Place,
  hasAgreed: boolean,
  hasConvention: boolean,
): DirectState {
  if (place.kind !== 'mission-locale') return place.kind;
  return hasAgreed && hasConvention ? 'announced' : 'invited';
}
