import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of the register, for `/problems/<code>`. */
export const ORGANISATION_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'organisation-unknown',
    status: 404,
    title: 'Organisme inconnu',
    about: 'Aucun organisme du registre ne porte ce code.',
  },
  {
    code: 'mission-locale-unknown',
    status: 422,
    title: 'Mission locale inconnue',
    about: 'Le fichier de couverture nomme une mission locale absente du registre.',
  },
  {
    code: 'coverage-already-dated',
    status: 409,
    title: 'Couverture déjà datée',
    about: 'Une couverture commence déjà ce jour-là ou après : le passé ne se réécrit pas.',
  },
  {
    code: 'register-forbidden',
    status: 403,
    title: 'Registre réservé à l’administration',
    about: 'Seule l’administration tient le registre des organismes.',
  },
  {
    code: 'organisation-invalid',
    status: 422,
    title: 'Organisme à corriger',
    about: 'Une valeur saisie pour l’organisme ne convient pas ; chacune est indiquée.',
  },
  {
    code: 'own-organisation',
    status: 409,
    title: 'Votre propre organisme',
    about: 'Personne ne change les dates de l’organisme pour lequel il travaille.',
  },
];
