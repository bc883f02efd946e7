import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of direct applicants, for `/problems/<code>`. */
export const DIRECT_APPLICANT_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'direct-applicant-not-found',
    status: 404,
    title: 'Candidat direct introuvable',
    about:
      'Aucun candidat direct visible par votre organisme ne porte cet identifiant. Une mission locale ne voit que ceux qui ont donné leur accord.',
  },
  {
    code: 'direct-applicant-invalid',
    status: 422,
    title: 'Candidat direct à corriger',
    about: 'Des points ne conviennent pas. Le membre « errors » les désigne.',
  },
  {
    code: 'direct-applicant-known',
    status: 409,
    title: 'Numéro de dossier déjà enregistré',
    about:
      'Un candidat direct de l’unité porte déjà ce numéro de dossier. Relisez-le : retirez-le s’il est faux.',
  },
  {
    code: 'direct-applicant-refused',
    status: 409,
    title: 'Réponse contraire à ce qui est connu',
    about:
      'Le contact est plus ancien que ce qui est connu, ou trop peu de tentatives précèdent « injoignable ». Le membre « refusal » dit pourquoi.',
  },
];
