import { codeList } from '../../kernel/index.js';

/** When a mission locale is asked what became of somebody who left a unit (exchange.md 7.a, DEV). */
export const MILESTONES = codeList('jalon', 'Jalon après la sortie', {
  M3: 'Trois mois après la sortie',
  M6: 'Six mois après la sortie',
  M12: 'Douze mois après la sortie',
});
export type Milestone = (typeof MILESTONES)['values'][number]['code'];

/** How the mission locale knows it. */
export const FOLLOW_UP_SOURCES = codeList('source', 'Source de l’information', {
  DECLARATIF: 'Dit par le jeune',
  JUSTIFICATIF: 'Vu sur un justificatif',
  IMILO: 'Déjà dans le dossier i-milo',
  SANS_REPONSE: 'Le jeune n’a pas répondu',
});
export type FollowUpSource = (typeof FOLLOW_UP_SOURCES)['values'][number]['code'];

/** The source of somebody who could not be asked. */
export const NO_REPLY = 'SANS_REPONSE' satisfies FollowUpSource;

/** The situation of whom nothing is known; the list is that of the situations at exit. */
export const UNKNOWN_SITUATION = 'NON_CONNU';
