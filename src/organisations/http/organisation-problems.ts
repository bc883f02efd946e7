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
];
