import {
  ASSESSED_LEVELS,
  CANDIDACY_STATES_IN_FILES,
  OUTCOME_CODES,
} from '../../../candidacies/index.js';
import { LABEL, codeColumn, dayColumn, dayOrMonthColumn, textColumn } from '../../flow/index.js';
import type { RowOfColumns } from '../../flow/index.js';
import { UNIT_KEY_COLUMNS } from '../unit-block/columns.js';

/** What only an answer to a candidacy says (exchange.md 7.a, SUI). */
const ANSWER_COLUMNS = [
  codeColumn({
    header: 'etat_candidature',
    title: 'État de la candidature',
    about: 'État atteint à l’unité.',
    example: 'DECIDEE',
    required: true,
    list: CANDIDACY_STATES_IN_FILES,
  }),
  dayColumn({
    header: 'date_etat',
    title: 'Date de l’état',
    about: 'Jour où la candidature a atteint cet état.',
    example: '2026-11-17',
    required: true,
    isPast: true,
  }),
  codeColumn({
    header: 'code_suite',
    title: 'Suite donnée',
    about: 'Conclusion de l’unité, sans aucun détail médical.',
    example: 'APTE_RETENU',
    requiredIf: 'etat_candidature est DECIDEE',
    isSensitive: true,
    list: OUTCOME_CODES,
  }),
  dayColumn({
    header: 'date_suite',
    title: 'Date de la suite',
    about: 'Date de la décision.',
    example: '2026-11-17',
    requiredIf: 'etat_candidature est DECIDEE',
    isPast: true,
  }),
  dayOrMonthColumn({
    header: 'date_reexamen',
    title: 'Date de réexamen',
    about: 'Jour, ou mois, à partir duquel la personne peut se représenter.',
    example: '2027-03',
    requiredIf: 'code_suite est INAPTE_TEMPORAIRE ou AJOURNE',
  }),
  codeColumn({
    header: 'niveau_evalue',
    title: 'Niveau scolaire évalué',
    about: 'Résultat du test de l’unité, jamais celui de la JDC.',
    example: 'EFFICACE',
    requiredIf: 'etat_candidature est DECIDEE',
    list: ASSESSED_LEVELS,
  }),
  dayColumn({
    header: 'date_incorporation_prevue',
    title: 'Date d’incorporation prévue',
    about: 'Jour prévu de l’arrivée à l’unité.',
    example: '2027-01-11',
    requiredIf: 'code_suite est APTE_RETENU',
    isPast: false,
  }),
  textColumn({
    header: 'contingent',
    title: 'Contingent',
    about: 'Nom du contingent d’incorporation.',
    example: '2027-01',
    requiredIf: 'code_suite est APTE_RETENU',
    pattern: LABEL,
    maxLength: 30,
    expected: '30 caractères au plus : lettres, chiffres et ponctuation courante',
    isFree: true,
  }),
] as const;

/** All columns of SUI, in the order of its files. */
export const ANSWER_FLOW_COLUMNS = [...UNIT_KEY_COLUMNS, ...ANSWER_COLUMNS] as const;
export type AnswerRow = RowOfColumns<typeof ANSWER_FLOW_COLUMNS>;
