import { compareBirthDates, isPartialBirthDate } from './birth-date.js';
import type { BirthDateKinship } from './birth-date.js';
import { MATCH_WEIGHTS, SWAP_WEIGHT } from './match-weights.js';
import { compareFirstNames, compareSurnames } from './name-comparison.js';
import type { NameKinship } from './name-comparison.js';
import type { ControlIdentity, IdentityTraits } from './person.js';

/** Remarks of a cross-check, under their codes of exchange.md 6.6. */
export type IdentityGap =
  | 'IDENTITE_ECART'
  | 'IDENTITE_INCOHERENTE'
  | 'NOM_PRENOM_INVERSES'
  | 'JUMEAUX_POSSIBLES'
  | 'DATE_NAISSANCE_PARTIELLE'
  | 'SEXE_ECART'
  | 'HOMONYME_POSSIBLE';

/** What the identity carried by a row is worth against the person its keys point to. */
export interface IdentityCheck {
  /** Sum of log2 weights; the more, the likelier it is the same person. */
  readonly weight: number;
  /** `accept` from 6, `accept-with-gap` from 0, `incoherent` below: a human looks at it. */
  readonly verdict: 'accept' | 'accept-with-gap' | 'incoherent';
  readonly gaps: readonly IdentityGap[];
  /** The surname and the first name agree better once exchanged. */
  readonly swapped: boolean;
}

const GREATEST_WEIGHT = MATCH_WEIGHTS.birthName.exact + MATCH_WEIGHTS.firstName.exact;
const ACCEPTED_FROM = 60;
const COHERENT_FROM = 0;

type CheckedTraits = Pick<IdentityTraits, 'birthName' | 'usageName' | 'firstNames' | 'birthDate'>;

interface NamesComparison {
  readonly surname: NameKinship;
  readonly firstName: NameKinship;
  readonly weight: number;
}

/**
 * Cross-checks the control identity of a row against the person found by reference, i-milo number or
 * unit file number (exchange.md 7.f, levels 1 to 3). The known identity is never overwritten.
 */
export function checkIdentity(control: ControlIdentity, person: CheckedTraits): IdentityCheck {
  const { birthName, firstName1, birthDate } = control;
  return checkTraits({ birthName, usageName: null, firstNames: [firstName1], birthDate }, person);
}

/** The same with all that is known of either side: other first names, a name in use. */
export function checkTraits(described: CheckedTraits, person: CheckedTraits): IdentityCheck {
  const straight = compareNames(described, person);
  // Names that agree exactly cannot agree better once exchanged: nearly every row of a file.
  const exchanged = straight.weight === GREATEST_WEIGHT ? straight : exchange(described, person);
  const swapped = exchanged.weight + SWAP_WEIGHT > straight.weight;
  const date = compareBirthDates(described.birthDate, person.birthDate);
  const names = swapped ? exchanged.weight + SWAP_WEIGHT : straight.weight;
  const weight = names + MATCH_WEIGHTS.birthDate[date];
  const verdict = verdictOf(weight);
  const isPartial = [described.birthDate, person.birthDate].some(isPartialBirthDate);
  const gaps: IdentityGap[] = [];
  const isTwin = !swapped && looksLikeTwin(straight, date);
  const isContradicted = !isTwin && contradicts(swapped ? exchanged : straight, date);
  if (verdict === 'incoherent') gaps.push('IDENTITE_INCOHERENTE');
  else if (verdict === 'accept-with-gap' || isContradicted) gaps.push('IDENTITE_ECART');
  if (swapped) gaps.push('NOM_PRENOM_INVERSES');
  if (isTwin) gaps.push('JUMEAUX_POSSIBLES');
  if (isPartial) gaps.push('DATE_NAISSANCE_PARTIELLE');
  return { weight: weight / 10, verdict, gaps, swapped };
}

/** The surname and the first of the first names in each other's place. */
export function exchangeNames<T extends CheckedTraits>(traits: T): T {
  const [firstName = ''] = traits.firstNames;
  const firstNames = [traits.birthName, ...traits.firstNames.slice(1)];
  return { ...traits, birthName: firstName, usageName: null, firstNames };
}

/** The better of the two ways of exchanging: either side may be the one that was written so. */
function exchange(one: CheckedTraits, other: CheckedTraits): NamesComparison {
  return heavier(compareNames(exchangeNames(one), other), compareNames(one, exchangeNames(other)));
}

function heavier(one: NamesComparison, other: NamesComparison): NamesComparison {
  return other.weight > one.weight ? other : one;
}

function compareNames(one: CheckedTraits, other: CheckedTraits): NamesComparison {
  const surname = compareSurnames(one, other);
  const firstName = compareFirstNames(one.firstNames, other.firstNames);
  const weight = MATCH_WEIGHTS.birthName[surname] + MATCH_WEIGHTS.firstName[firstName];
  return { surname, firstName, weight };
}

function verdictOf(weight: number): IdentityCheck['verdict'] {
  if (weight >= ACCEPTED_FROM) return 'accept';
  return weight >= COHERENT_FROM ? 'accept-with-gap' : 'incoherent';
}

/**
 * A trait that is not the same at all, though the others weigh enough: accepted, but said. A changed
 * surname reads so (exchange.md 6.6 #94).
 */
function contradicts(names: NamesComparison, date: BirthDateKinship): boolean {
  const kinships: readonly string[] = [names.surname, names.firstName, date];
  return kinships.includes('different') || date === 'same-year';
}

/** Same surname, same day of birth, another first name: the row may speak of a brother or sister. */
function looksLikeTwin(names: NamesComparison, date: BirthDateKinship): boolean {
  return names.surname === 'exact' && names.firstName === 'different' && date === 'exact';
}
