import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of offer sheets, for `/problems/<code>`. */
export const SHEET_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'offer-sheet-not-found',
    status: 404,
    title: 'Fiche d’offre introuvable',
    about:
      'Aucune fiche d’offre en vigueur ne porte cet identifiant. Une fiche remplacée n’est plus lue que par son unité : cherchez celle qui la remplace dans la liste.',
  },
  {
    code: 'offer-sheet-invalid',
    status: 422,
    title: 'Fiche d’offre à corriger',
    about: 'Des points de la fiche ne conviennent pas. Le membre « errors » les désigne.',
  },
];
