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
  {
    code: 'edition-not-found',
    status: 404,
    title: 'Rapport non figé',
    about:
      'Seul un rapport figé a une empreinte et un texte à vérifier. « Rapports annuels » dit lesquels le sont.',
  },
  {
    code: 'edition-already-frozen',
    status: 409,
    title: 'Rapport déjà figé',
    about:
      'Un rapport est figé une fois, pour toujours : ses chiffres, ses définitions et son empreinte ne changent plus. Une correction faite depuis est signalée sur sa page.',
  },
];
