import { defineFlow } from '../../flow/index.js';
import { AGREED_HEADERS, DIRECT_COLUMNS } from './columns.js';
import { CONSENT_RULE, directRules } from './rules.js';
import { DIRECT_SAMPLES } from './samples.js';

/** DIR: those who applied to a unit on their own and were not taken (exchange.md 7.a; domain.md F08-F09). */
export const CANDIDATS_DIRECTS = defineFlow({
  code: 'DIR',
  version: '1.0.0',
  title: 'Candidats directs non retenus',
  about:
    'Jeunes venus d’eux-mêmes à l’unité et non retenus, invités à la mission locale de leur commune ; l’identité ne passe qu’avec leur accord.',
  from: 'unit',
  to: 'mission-locale',
  hasNotices: false,
  columns: DIRECT_COLUMNS,
  primaryKey: ['code_unite', 'numero_dossier_unite'],
  emitterColumn: 'code_unite',
  recipientColumn: 'code_structure_proposee',
  consent: { column: 'accord_transmission', headers: AGREED_HEADERS, ruleId: CONSENT_RULE },
  samples: DIRECT_SAMPLES,
  naturalKey: (row) => [row.code_unite, row.numero_dossier_unite],
  eventDay: (row) => row.date_decision,
  rules: directRules,
});
