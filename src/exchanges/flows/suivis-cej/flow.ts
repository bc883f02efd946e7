import { lastDay } from '../../../kernel/index.js';
import { defineFlow } from '../../flow/index.js';
import { CONTRACT_FLOW_COLUMNS } from './columns.js';
import { contractRules } from './rules.js';
import { CONTRACT_SAMPLES } from './samples.js';

/** CEM: the CEJ as the mission locale sees it, month after month (exchange.md 7.a; domain.md F18). */
export const SUIVIS_CEJ = defineFlow({
  code: 'CEM',
  version: '1.0.0',
  title: 'Suivi CEJ vu de la mission locale',
  about: 'Dates du CEJ de chaque jeune orienté vers une unité, à la fin du mois.',
  from: 'mission-locale',
  to: 'unit',
  hasNotices: false,
  columns: CONTRACT_FLOW_COLUMNS,
  primaryKey: ['reference_orientation', 'mois'],
  emitterColumn: 'code_structure',
  recipientColumn: 'code_unite',
  samples: CONTRACT_SAMPLES,
  naturalKey: (row) => [row.reference_orientation, row.mois],
  eventDay: (row) => lastDay(row.mois),
  rules: contractRules,
});
