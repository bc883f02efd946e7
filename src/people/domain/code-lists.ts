import { codeList } from '../../kernel/index.js';

/** Civil-status sex; `I` when the document says neither (exchange.md 7.a, block I). */
export const SEXES = codeList('sexe', 'Sexe à l’état civil', {
  F: 'Féminin',
  M: 'Masculin',
  I: 'Indéterminé',
});
export type Sex = (typeof SEXES)['values'][number]['code'];

/** What whoever answers for a minor says of a referral (PRV-05). */
export const AUTHORISATIONS = codeList(
  'autorisation_representant',
  'Autorisation du représentant légal',
  { DONNEE: 'Donnée par écrit', ATTENDUE: 'Attendue', REFUSEE: 'Refusée' },
);
export type Authorisation = (typeof AUTHORISATIONS)['values'][number]['code'];
