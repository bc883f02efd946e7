import { defineFlow } from '../../flow/index.js';
import { EXIT_COLUMNS } from './columns.js';
import { exitRules } from './rules.js';
import { EXIT_SAMPLES } from './samples.js';

/** SOR: dropouts and exits, with what the mission locale needs to take over (exchange.md 7.a; domain.md F12-F13). */
export const EXITS = defineFlow({
  code: 'SOR',
  version: '1.0.0',
  title: 'Abandons et sorties',
  about: 'Date, motif et situation de qui quitte l’unité ; souhait d’être accompagné.',
  from: 'unit',
  to: 'mission-locale',
  hasNotices: true,
  columns: EXIT_COLUMNS,
  primaryKey: ['code_unite', 'numero_dossier_unite', 'date_sortie'],
  emitterColumn: 'code_unite',
  recipientColumn: 'code_structure',
  samples: EXIT_SAMPLES,
  naturalKey: (row) => [row.code_unite, row.numero_dossier_unite, row.date_sortie],
  eventDay: (row) => row.date_sortie,
  rules: exitRules,
});
