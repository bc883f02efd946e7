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
  {
    code: 'reference-file-unknown',
    status: 404,
    title: 'Fichier de référence inconnu',
    about: 'Aucun fichier de référence n’attend à cette adresse, ou cette version n’existe pas.',
  },
  {
    code: 'reference-file-faulty',
    status: 409,
    title: 'Fichier de référence à corriger',
    about: 'Ce que le fichier cite a changé depuis son dépôt : il ne peut plus être appliqué.',
  },
  {
    code: 'reference-unchanged',
    status: 409,
    title: 'Rien à appliquer',
    about: 'Le fichier de référence dit ce qui est déjà enregistré.',
  },
  {
    code: 'reference-changed',
    status: 409,
    title: 'Référentiel modifié entre-temps',
    about:
      'Le référentiel n’est plus celui auquel le fichier a été comparé. Relisez les différences.',
  },
];
