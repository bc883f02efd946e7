import { codeList } from '../../kernel/index.js';

/**
 * What the unit decided of somebody who applied on their own (exchange.md 7.a, DIR): a short list, without
 * any medical code, since the mission locale does not know the young person.
 */
export const DIRECT_OUTCOMES = codeList('code_suite', 'Suite donnée au candidat direct', {
  NON_RETENU: 'Non retenu',
  AJOURNE: 'Ajourné, à représenter plus tard',
  DESISTEMENT: 'Désistement du candidat',
  REORIENTE_AUTRE: 'Réorienté vers un autre dispositif',
});
export type DirectOutcome = (typeof DIRECT_OUTCOMES)['values'][number]['code'];

/** The age of somebody whose birth date does not pass. */
export const AGE_BANDS = codeList('tranche_age', 'Tranche d’âge', {
  '16_17': '16 ou 17 ans',
  '18_20': 'De 18 à 20 ans',
  '21_23': 'De 21 à 23 ans',
  '24_25': '24 ou 25 ans',
});
export type AgeBand = (typeof AGE_BANDS)['values'][number]['code'];
