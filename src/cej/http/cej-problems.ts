import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of contracts, for `/problems/<code>`. */
export const CEJ_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'cej-contract-not-found',
    status: 404,
    title: 'Contrat introuvable',
    about: 'Aucun contrat d’accompagnement visible par votre organisme ne porte cet identifiant.',
  },
  {
    code: 'cej-contract-invalid',
    status: 422,
    title: 'Contrat à corriger',
    about: 'Des points du contrat ne conviennent pas. Le membre « errors » les désigne.',
  },
  {
    code: 'cej-contract-already-recorded',
    status: 409,
    title: 'Contrat déjà enregistré',
    about:
      'Ce jeune a déjà un contrat du même dispositif à ces dates. Le membre « existing » le donne.',
  },
];
