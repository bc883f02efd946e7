import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of candidacies, for `/problems/<code>`. */
export const CANDIDACY_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'candidacy-not-found',
    status: 404,
    title: 'Candidature introuvable',
    about: 'Aucune candidature de votre unité ne porte cet identifiant.',
  },
  {
    code: 'outcome-invalid',
    status: 422,
    title: 'Décision à corriger',
    about: 'Des points de la décision ne conviennent pas. Le membre « errors » les désigne.',
  },
  {
    code: 'medical-conclusion-forbidden',
    status: 403,
    title: 'Conclusion médicale non permise',
    about: 'Votre rôle, ou la portée de votre client, ne permet pas d’enregistrer une conclusion.',
  },
  {
    code: 'unit-file-number-taken',
    status: 409,
    title: 'Numéro de dossier déjà pris',
    about: 'Une autre candidature de votre unité porte ce numéro.',
  },
  {
    code: 'SUITE_CONTRADICTOIRE',
    status: 409,
    title: 'Décision contradictoire',
    about: 'Une autre décision porte la même date. Une décision plus récente l’emporte.',
  },
  {
    code: 'CHRONOLOGIE',
    status: 409,
    title: 'Dates dans le désordre',
    about: 'Une décision plus récente est déjà enregistrée, ou une date précède l’orientation.',
  },
];
