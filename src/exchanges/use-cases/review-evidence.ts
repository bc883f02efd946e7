import {
  checkIdentity,
  parseBirthDate,
  type ControlIdentity,
  type IdentityCheck,
  type PersonRecord,
} from '../../people/index.js';
import { ROW_FAULTS } from '../catalogue/index.js';
import { headersOf, mapHeader, type Flow } from '../flow/index.js';
import { compareTraits, type ComparedTrait } from './review-traits.js';

/** The identity a row carries, as it was sent, to be read beside those of the files. */
export interface SentIdentity {
  readonly birthName: string;
  readonly firstName: string;
  readonly birthDate: string;
  /** Keys of the row; empty when it gives none. */
  readonly reference: string;
  readonly unitFileNumber: string;
}

/** What speaks for and against one candidate. */
export interface Comparison {
  /** Null when the birth date of the row cannot be read. */
  readonly weight: number | null;
  /** French sentences, the general one first. */
  readonly reasons: readonly string[];
  /** Trait by trait, the row and the file side by side. */
  readonly traits: readonly ComparedTrait[];
}

const VERDICTS: Readonly<Record<IdentityCheck['verdict'], string>> = {
  accept: 'Les deux identités concordent.',
  'accept-with-gap': 'Les deux identités sont proches.',
  incoherent: 'Les deux identités diffèrent.',
};

/** Reads the control identity in the cells of a row. */
export function sentIdentity(
  flow: Flow,
  header: readonly string[],
  cells: readonly string[],
): SentIdentity {
  const { indexes } = mapHeader(flow, header).mapping;
  const headers = headersOf(flow);
  const cell = (name: string): string => cells[indexes[headers.indexOf(name)] ?? -1]?.trim() ?? '';
  const [firstName = ''] = cell('prenoms').split(',');
  return {
    birthName: cell('nom_naissance'),
    firstName: cell('prenom_1') || firstName.trim(),
    birthDate: cell('date_naissance'),
    reference: cell('reference_orientation'),
    unitFileNumber: cell('numero_dossier_unite'),
  };
}

/** Compares a row with a person on file (exchange.md 7.f). */
export function compareWith(sent: SentIdentity, person: PersonRecord): Comparison {
  const birthDate = parseBirthDate(sent.birthDate);
  if (!birthDate) {
    return {
      weight: null,
      reasons: ['La date de naissance de la ligne est illisible.'],
      traits: [],
    };
  }
  const { birthName, firstName: firstName1 } = sent;
  const control: ControlIdentity = { birthName, firstName1, birthDate };
  const { weight, verdict, gaps } = checkIdentity(control, person.identity);
  const remarks = gaps.filter((gap) => gap !== 'IDENTITE_ECART' && gap !== 'IDENTITE_INCOHERENTE');
  return {
    weight,
    reasons: [VERDICTS[verdict], ...remarks.map((gap) => ROW_FAULTS[gap].message)],
    traits: compareTraits(sent, birthDate, person),
  };
}
