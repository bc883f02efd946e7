import { defineFlow } from '../../flow/index.js';
import { REPLY_FLOW_COLUMNS } from './columns.js';
import { replyRules } from './rules.js';
import { REPLY_SAMPLES } from './samples.js';

/** PEC: what the missions locales did for those who come back (exchange.md 7.a; domain.md F15, F35). */
export const PRISES_EN_CHARGE = defineFlow({
  code: 'PEC',
  version: '1.0.0',
  title: 'Prises en charge',
  about: 'Ce que la mission locale a fait pour chaque jeune qui a quitté une unité sans solution.',
  from: 'mission-locale',
  to: 'unit',
  hasNotices: false,
  columns: REPLY_FLOW_COLUMNS,
  primaryKey: ['code_unite', 'numero_dossier_unite', 'date_sortie'],
  emitterColumn: 'code_structure',
  recipientColumn: 'code_unite',
  samples: REPLY_SAMPLES,
  naturalKey: ({ code_unite: unit, numero_dossier_unite: number, date_sortie: exit }) =>
    exit === null ? [unit, number] : [unit, number, exit],
  eventDay: (row) => row.date_contact,
  rules: replyRules,
});
