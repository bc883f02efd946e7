import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of follow-ups, for `/problems/<code>`. */
export const FOLLOW_UP_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'follow-up-not-found',
    status: 404,
    title: 'Devenir introuvable',
    about:
      'Aucun jeune sorti d’une unité et visible par votre organisme ne porte cet identifiant. Rien n’est demandé tant que le jeune est en service.',
  },
  {
    code: 'follow-up-invalid',
    status: 422,
    title: 'Devenir à corriger',
    about: 'Des points de la réponse ne conviennent pas. Le membre « errors » les désigne.',
  },
  {
    code: 'follow-up-not-open',
    status: 409,
    title: 'Fenêtre à venir',
    about:
      'Un jalon se renseigne dans une fenêtre de 45 jours avant à 45 jours après lui. Les membres « opensOn » et « closesOn » la donnent : répondez à partir de son ouverture.',
  },
  {
    code: 'follow-up-closed',
    status: 409,
    title: 'Fenêtre fermée',
    about:
      'La fenêtre de ce jalon est fermée et rien n’y a été enregistré : il compte comme resté sans réponse. Répondez au jalon suivant.',
  },
];
