import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of returns, for `/problems/<code>`. */
export const RETURN_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'return-not-found',
    status: 404,
    title: 'Retour introuvable',
    about: 'Aucun retour de votre organisme ne porte cet identifiant.',
  },
  {
    code: 'return-invalid',
    status: 422,
    title: 'Réponse à corriger',
    about: 'Des points de la réponse ne conviennent pas. Le membre « errors » les désigne.',
  },
  {
    code: 'too-few-attempts',
    status: 409,
    title: 'Pas assez de tentatives',
    about: 'Un jeune est dit injoignable après plusieurs tentatives de contact enregistrées.',
  },
  {
    code: 'return-transfer-not-found',
    status: 404,
    title: 'Proposition de transfert introuvable',
    about:
      'Aucune proposition de transfert en cours ne concerne votre organisme sous cet identifiant.',
  },
  {
    code: 'return-transfer-invalid',
    status: 422,
    title: 'Proposition de transfert à corriger',
    about: 'Des points de la proposition ne conviennent pas. Le membre « errors » les désigne.',
  },
  {
    code: 'return-transfer-refused',
    status: 409,
    title: 'Transfert impossible',
    about:
      'Une autre proposition attend une réponse (« pending »), ou l’action revient à un autre organisme (« not-yours ») : le membre « refusal » le dit.',
  },
];
