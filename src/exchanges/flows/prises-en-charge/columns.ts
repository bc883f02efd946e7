import { RETURN_ANSWERS } from '../../../returns/index.js';
import { codeList } from '../../../kernel/index.js';
import { codeColumn, dayColumn } from '../../flow/index.js';
import type { RowOfColumns } from '../../flow/index.js';
import { INVITED_KEY_COLUMNS } from '../replying-block/columns.js';

/** What a mission locale answers to: somebody who left a unit, or a candidate whom it did not take. */
export const ANSWERED_FLOWS = codeList('flux_origine', 'Flux auquel la ligne répond', {
  SOR: 'Abandon ou sortie d’une unité',
  DIR: 'Candidat direct non retenu',
});

/** What only a reply to a return says (exchange.md 7.a, PEC). */
const REPLY_COLUMNS = [
  codeColumn({
    header: 'flux_origine',
    title: 'Flux d’origine',
    about: 'Flux auquel la mission locale répond.',
    example: 'SOR',
    required: true,
    list: ANSWERED_FLOWS,
  }),
  dayColumn({
    header: 'date_sortie',
    title: 'Date de sortie',
    about: 'Jour de la sortie à laquelle la ligne répond, telle que l’unité l’a dite.',
    example: '2026-11-06',
    requiredIf: 'flux_origine est SOR',
    isPast: true,
  }),
  dayColumn({
    header: 'date_contact',
    title: 'Date du contact',
    about: 'Jour du contact, ou de l’essai.',
    example: '2026-11-12',
    required: true,
    isPast: true,
  }),
  codeColumn({
    header: 'code_prise_en_charge',
    title: 'Réponse de la mission locale',
    about: 'Ce que devient la personne.',
    example: 'RDV_PRIS',
    required: true,
    list: RETURN_ANSWERS,
  }),
] as const;

/** All columns of PEC, in the order of its files. */
export const REPLY_FLOW_COLUMNS = [...INVITED_KEY_COLUMNS, ...REPLY_COLUMNS] as const;
export type ReplyRow = RowOfColumns<typeof REPLY_FLOW_COLUMNS>;
