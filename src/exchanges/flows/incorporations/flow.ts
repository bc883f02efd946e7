import { defineFlow } from '../../flow/index.js';
import { INCORPORATION_COLUMNS } from './columns.js';
import { incorporationRules } from './rules.js';
import { INCORPORATION_SAMPLES } from './samples.js';

/** INC: who was incorporated, postponed or absent (exchange.md 7.a; domain.md F10). */
export const INCORPORATIONS = defineFlow({
  code: 'INC',
  version: '1.0.0',
  title: 'Incorporations',
  about: 'Jour de l’incorporation de chaque candidat retenu, et contrat de qui est en service.',
  from: 'unit',
  to: 'mission-locale',
  hasNotices: true,
  columns: INCORPORATION_COLUMNS,
  primaryKey: ['code_unite', 'numero_dossier_unite', 'date_incorporation'],
  emitterColumn: 'code_unite',
  recipientColumn: 'code_structure',
  samples: INCORPORATION_SAMPLES,
  naturalKey: (row) => [row.code_unite, row.numero_dossier_unite, row.date_incorporation],
  eventDay: (row) => row.date_incorporation,
  rules: incorporationRules,
});
