import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of services, for `/problems/<code>`; those of order are described with candidacies. */
export const VOLUNTEER_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'volunteer-not-found',
    status: 404,
    title: 'Volontaire introuvable',
    about: 'Aucun volontaire que vous suivez ne porte cet identifiant.',
  },
  {
    code: 'volunteer-invalid',
    status: 422,
    title: 'Incorporation, présence ou sortie à corriger',
    about: 'Des points ne conviennent pas. Le membre « errors » les désigne.',
  },
  {
    code: 'candidacy-not-selected',
    status: 409,
    title: 'Candidat non retenu',
    about: 'Seul un candidat « Apte – retenu » est incorporé. Enregistrez d’abord la décision.',
  },
  {
    code: 'already-incorporated',
    status: 409,
    title: 'Incorporation déjà enregistrée',
    about: 'La candidature a déjà une incorporation. Complétez-la au lieu d’en créer une autre.',
  },
];
