import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of the journal, for `/problems/<code>`. */
export const JOURNAL_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'journal-forbidden',
    status: 403,
    title: 'Journal non permis',
    about:
      'Le journal est lu par la personne chargée de la protection des données, par l’administration et par les responsables d’un organisme.',
  },
];
