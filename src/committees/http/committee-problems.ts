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
  {
    code: 'edition-before-not-frozen',
    status: 409,
    title: 'Année précédente non figée',
    about:
      'Un rapport montre l’année précédente à côté de la sienne. Quand celle-ci a des chiffres, son rapport est figé d’abord, pour qu’elle ne soit pas publiée deux fois avec des chiffres différents.',
  },
  {
    code: 'later-edition-frozen',
    status: 409,
    title: 'Année suivante déjà figée',
    about:
      'Les rapports sont figés dans l’ordre des années. Le rapport de l’année suivante, déjà figé, montre les chiffres de celle-ci : ils ne sont pas publiés une seconde fois.',
  },
  {
    code: 'figures-filter-unknown',
    status: 422,
    title: 'Filtre des chiffres inconnu',
    about:
      'Les filtres de `GET /api/v1/indicators` sont une période close (`2025`, `2026-S1`), une convention (SMA, SMV), un territoire par son nom et le code d’une unité. La réponse nomme celui qui ne répond à rien.',
  },
];
