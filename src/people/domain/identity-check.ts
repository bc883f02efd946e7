import { compareBirthDates, isPartialBirthDate } from './birth-date.js';
import type { BirthDateKinship } from './birth-date.js';
import { compareFirstNames, compareSurnames } from './name-comparison.js';
import type { NameKinship } from './name-comparison.js';
import type { ControlIdentity, IdentityTraits } from './person.js';

/** Remarks of a cross-check, under their codes of exchange.md 6.6. */
export type IdentityGap =
  | 'IDENTITE_ECART'
  | 'IDENTITE_INCOHERENTE'
  | 'NOM_PRENOM_INVERSES'
  | 'JUMEAUX_POSSIBLES'
  | 'DATE_NAISSANCE_PARTIELLE';

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

/*
 * Starting weights of exchange.md 7.f, in tenths so that sums are exact. To be estimated again on
 * real pairs once there are enough of them.
 */
const SURNAME_WEIGHTS = { exact: 92, close: 39, weak: 27, different: -56, missing: 0 };
const FIRST_NAME_WEIGHTS = { exact: 68, close: 23, weak: 17, different: -50, missing: 0 };
const SWAP_WEIGHT = -30;

/**
 * A partial date that agrees is worth what chance would make of it, over the dozen birth years of the
 * public served: one in 12 for the year, one in 144 for the month.
 */
const BIRTH_DATE_WEIGHTS: Readonly<Record<BirthDateKinship, number>> = {
  exact: 118,
  'same-month-known': 71,
  'same-year-known': 35,
  typo: 19,
  'same-year': -42,
  different: -65,
};

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
  const straight = compareNames(control.birthName, control.firstName1, person);
  const exchanged = compareNames(control.firstName1, control.birthName, person);
  const swapped = exchanged.weight + SWAP_WEIGHT > straight.weight;
  const date = compareBirthDates(control.birthDate, person.birthDate);
  const names = swapped ? exchanged.weight + SWAP_WEIGHT : straight.weight;
  const weight = names + BIRTH_DATE_WEIGHTS[date];
  const verdict = verdictOf(weight);
  const isPartial = [control.birthDate, person.birthDate].some(isPartialBirthDate);
  const gaps: IdentityGap[] = [];
  if (verdict === 'accept-with-gap') gaps.push('IDENTITE_ECART');
  if (verdict === 'incoherent') gaps.push('IDENTITE_INCOHERENTE');
  if (swapped) gaps.push('NOM_PRENOM_INVERSES');
  if (!swapped && looksLikeTwin(straight, date)) gaps.push('JUMEAUX_POSSIBLES');
  if (isPartial) gaps.push('DATE_NAISSANCE_PARTIELLE');
  return { weight: weight / 10, verdict, gaps, swapped };
}

function compareNames(
  birthName: string,
  firstName: string,
  person: CheckedTraits,
): NamesComparison {
  const surname = compareSurnames({ birthName, usageName: null }, person);
  const first = compareFirstNames([firstName], person.firstNames);
  return {
    surname,
    firstName: first,
    weight: SURNAME_WEIGHTS[surname] + FIRST_NAME_WEIGHTS[first],
  };
}

function verdictOf(weight: number): IdentityCheck['verdict'] {
  if (weight >= ACCEPTED_FROM) return 'accept';
  return weight >= COHERENT_FROM ? 'accept-with-gap' : 'incoherent';
}

/** Same surname, same day of birth, another first name: the row may speak of a brother or sister. */
function looksLikeTwin(names: NamesComparison, date: BirthDateKinship): boolean {
  return names.surname === 'exact' && names.firstName === 'different' && date === 'exact';
}
