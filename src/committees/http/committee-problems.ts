import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of the committee's pages, for `/problems/<code>`. */
export const COMMITTEE_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'figures-not-found',
    status: 404,
    title: 'Indicateur ou période introuvable',
    about:
      'Les chiffres existent par année et par premier semestre, une fois la période finie, pour les indicateurs de la page « Indicateurs ».',
  },
];
