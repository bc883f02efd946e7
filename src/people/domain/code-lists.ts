import { codeList } from '../../kernel/index.js';

/** Civil-status sex; `I` when the document says neither (exchange.md 7.a, block I). */
export const SEXES = codeList('sexe', 'Sexe à l’état civil', {
  F: 'Féminin',
  M: 'Masculin',
  I: 'Indéterminé',
});
export type Sex = (typeof SEXES)['values'][number]['code'];
