import { ASSESSED_LEVELS } from '../../../candidacies/index.js';
import { AGE_BANDS, DIRECT_OUTCOMES } from '../../../direct-applicants/index.js';
import {
  booleanColumn,
  codeColumn,
  CONTACT_WITHOUT_RESIDENCE,
  dayColumn,
  IDENTITY_BLOCK,
  LINE_BLOCK,
  optionalColumns,
  referenceColumn,
  RESIDENCE,
  unitCode,
  unitFileNumber,
} from '../../flow/index.js';
import type { RowOfColumns } from '../../flow/index.js';

const AGREED = 'accord_transmission est O';

const AGREEMENT_COLUMNS = [
  booleanColumn({
    header: 'accord_transmission',
    title: 'Accord de transmission',
    about: 'O quand la personne accepte que son identité passe à la mission locale.',
    example: 'O',
    required: true,
  }),
  dayColumn({
    header: 'date_accord',
    title: 'Date de l’accord',
    about: 'Jour où la personne a donné son accord.',
    example: '2026-11-18',
    requiredIf: AGREED,
    isPast: true,
  }),
] as const;

/** Blocks I and C, of who agreed only. */
const AGREED_COLUMNS = [
  ...optionalColumns(IDENTITY_BLOCK, AGREED),
  ...optionalColumns(CONTACT_WITHOUT_RESIDENCE, AGREED),
] as const;

const ASSESSED_LEVEL = codeColumn({
  header: 'niveau_evalue',
  title: 'Niveau scolaire évalué',
  about: 'Résultat du test de l’unité, jamais celui de la JDC ; seulement avec l’accord.',
  example: 'EFFICACE',
  list: ASSESSED_LEVELS,
});

const DECISION_COLUMNS = [
  codeColumn({
    header: 'tranche_age',
    title: 'Tranche d’âge',
    about: 'Âge le jour de la décision.',
    example: '21_23',
    required: true,
    list: AGE_BANDS,
  }),
  dayColumn({
    header: 'date_decision',
    title: 'Date de la décision',
    about: 'Jour où l’unité n’a pas retenu la candidature.',
    example: '2026-11-17',
    required: true,
    isPast: true,
  }),
  dayColumn({
    header: 'date_invitation',
    title: 'Date de l’invitation',
    about: 'Jour où l’invitation à la mission locale a été remise ou envoyée.',
    example: '2026-11-18',
    required: true,
    isPast: true,
  }),
  codeColumn({
    header: 'code_suite',
    title: 'Suite donnée',
    about: 'Ce que l’unité a décidé, sans aucun motif médical.',
    example: 'NON_RETENU',
    required: true,
    list: DIRECT_OUTCOMES,
  }),
] as const;

const PROPOSED = referenceColumn({
  header: 'code_structure_proposee',
  title: 'Mission locale proposée',
  about: 'Mission locale choisie par l’unité ; vide, la commune de résidence la désigne.',
  example: '97411S00',
  pattern: '(?:[0-9]{5}|2[AB][0-9]{3}|NC[0-9]{3})S[0-9]{2}',
  maxLength: 8,
  expected: 'le code d’une mission locale, comme 97411S00',
  withoutZero: '[1-9][0-9]{3}S[0-9]{2}',
  list: 'code_structure',
});

/** All columns of DIR, in the order of its files (exchange.md 7.a). */
export const DIRECT_COLUMNS = [
  ...LINE_BLOCK,
  unitFileNumber({ required: true }),
  unitCode(),
  ...AGREEMENT_COLUMNS,
  ...AGREED_COLUMNS,
  RESIDENCE,
  ...DECISION_COLUMNS,
  ASSESSED_LEVEL,
  PROPOSED,
] as const;
export type DirectRow = RowOfColumns<typeof DIRECT_COLUMNS>;

/** The cells that pass only with an agreement. */
export const AGREED_HEADERS = [...AGREED_COLUMNS, ASSESSED_LEVEL].map(({ header }) => header);
/** Those of them that an agreement requires. */
export const NEEDED_HEADERS = [...IDENTITY_BLOCK, ...CONTACT_WITHOUT_RESIDENCE]
  .filter(({ required }) => required)
  .map(({ header }) => header);
