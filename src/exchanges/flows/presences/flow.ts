import { firstDay } from '../../../kernel/index.js';
import { defineFlow } from '../../flow/index.js';
import { PRESENCE_COLUMNS } from './columns.js';
import { presenceRules } from './rules.js';
import { PRESENCE_SAMPLES } from './samples.js';

/** CEU: who is in service, month by month, for the CEJ that goes on beside it (exchange.md 7.a; domain.md F11, F18). */
export const PRESENCES = defineFlow({
  code: 'CEU',
  version: '1.0.0',
  title: 'Présence du mois à l’unité',
  about: 'Présence de chaque volontaire à la fin du mois, et fin prévue de son contrat.',
  from: 'unit',
  to: 'mission-locale',
  hasNotices: false,
  columns: PRESENCE_COLUMNS,
  primaryKey: ['code_unite', 'numero_dossier_unite', 'mois'],
  emitterColumn: 'code_unite',
  recipientColumn: 'code_structure',
  samples: PRESENCE_SAMPLES,
  naturalKey: (row) => [row.code_unite, row.numero_dossier_unite, row.mois],
  eventDay: (row) => firstDay(row.mois),
  rules: presenceRules,
});
