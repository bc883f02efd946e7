import { defineFlow } from '../../flow/index.js';
import { FOLLOW_UP_FLOW_COLUMNS } from './columns.js';
import { followUpRules } from './rules.js';
import { FOLLOW_UP_SAMPLES } from './samples.js';

/** DEV: what became of those who left a unit, 3, 6 and 12 months later (exchange.md 7.a; domain.md F16). */
export const DEVENIRS = defineFlow({
  code: 'DEV',
  version: '1.0.0',
  title: 'Devenir après la sortie',
  about: 'Situation de chaque jeune trois, six et douze mois après sa sortie d’une unité.',
  from: 'mission-locale',
  to: 'unit',
  hasNotices: false,
  columns: FOLLOW_UP_FLOW_COLUMNS,
  primaryKey: ['code_unite', 'numero_dossier_unite', 'date_sortie', 'jalon'],
  emitterColumn: 'code_structure',
  recipientColumn: 'code_unite',
  samples: FOLLOW_UP_SAMPLES,
  naturalKey: (row) => [row.code_unite, row.numero_dossier_unite, row.date_sortie, row.jalon],
  eventDay: (row) => row.date_observation,
  rules: followUpRules,
});
