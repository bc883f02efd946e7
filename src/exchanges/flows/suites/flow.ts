import { defineFlow } from '../../flow/index.js';
import { ANSWER_FLOW_COLUMNS } from './columns.js';
import { answerRules } from './rules.js';
import { ANSWER_SAMPLES } from './samples.js';

/** SUI: what the units answer to the candidacies (exchange.md 7.a; domain.md F06-F07b). */
export const SUITES = defineFlow({
  code: 'SUI',
  version: '1.0.0',
  title: 'Suites données aux candidatures',
  about: 'État de chaque candidature reçue par l’unité et, une fois décidée, la suite donnée.',
  from: 'unit',
  to: 'mission-locale',
  hasNotices: true,
  columns: ANSWER_FLOW_COLUMNS,
  primaryKey: ['code_unite', 'numero_dossier_unite'],
  emitterColumn: 'code_unite',
  recipientColumn: 'code_structure',
  samples: ANSWER_SAMPLES,
  naturalKey: (row) =>
    row.reference_orientation === null
      ? [row.code_unite, row.numero_dossier_unite]
      : [row.reference_orientation],
  eventDay: (row) => row.date_etat,
  rules: answerRules,
});
