import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of the journal and of its count of readings, for `/problems/<code>`. */
export const JOURNAL_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'journal-forbidden',
    status: 403,
    title: 'Journal non permis',
    about:
      'Le journal est lu par la personne chargée de la protection des données, par l’administration et par les responsables d’un organisme.',
  },
  {
    code: 'too-many-shown-at-once',
    status: 422,
    title: 'Liste trop longue pour être lue',
    about:
      'La liste ou l’export montrerait plus de jeunes que le compte ne peut en lire en 24 heures : attendre n’y change rien. Un filtre, par exemple un mois, en demande moins.',
  },
  {
    code: 'reading-bound-reached',
    status: 429,
    title: 'Trop de jeunes lus en 24 heures',
    about:
      'Un compte lit un nombre limité de jeunes en 24 heures, pour qu’un compte volé n’emporte pas tout un fichier. Les dossiers déjà lus restent ouverts ; « Retry-After » dit quand d’autres le seront. Un collègue peut les ouvrir d’ici là.',
  },
];
