import { FOLLOW_UP_SOURCES, MILESTONES, type FollowUpAnswer } from '../../../follow-ups/index.js';
import { EXIT_SITUATIONS } from '../../../volunteers/index.js';
import { codeColumn, dayColumn } from '../../flow/index.js';
import type { RowOfColumns } from '../../flow/index.js';
import { REPLYING_KEY_COLUMNS } from '../replying-block/columns.js';

/** What only a milestone says (exchange.md 7.a, DEV): never an employer, never a text. */
const MILESTONE_COLUMNS = [
  dayColumn({
    header: 'date_sortie',
    title: 'Date de sortie',
    about: 'Jour de la sortie, tel que l’unité l’a dit (flux SOR).',
    example: '2026-08-20',
    required: true,
    isPast: true,
  }),
  codeColumn({
    header: 'jalon',
    title: 'Jalon',
    about: 'Trois, six ou douze mois après la sortie.',
    example: 'M3',
    required: true,
    list: MILESTONES,
  }),
  dayColumn({
    header: 'date_observation',
    title: 'Date d’observation',
    about: 'Jour dont la réponse est vraie, à 45 jours du jalon au plus.',
    example: '2026-11-18',
    required: true,
    isPast: true,
  }),
  codeColumn({
    header: 'situation',
    title: 'Situation',
    about: 'Ce que fait la personne ; l’employeur n’est jamais nommé.',
    example: 'CDI',
    required: true,
    list: EXIT_SITUATIONS,
  }),
  dayColumn({
    header: 'date_debut_situation',
    title: 'Début de la situation',
    about: 'Depuis quand, si ce jour est connu.',
    example: '2026-10-01',
    isPast: true,
  }),
  codeColumn({
    header: 'source',
    title: 'Source de l’information',
    about: 'Comment la mission locale le sait ; SANS_REPONSE quand le jeune n’a pas répondu.',
    example: 'DECLARATIF',
    required: true,
    list: FOLLOW_UP_SOURCES,
  }),
] as const;

/** All columns of DEV, in the order of its files. */
export const FOLLOW_UP_FLOW_COLUMNS = [...REPLYING_KEY_COLUMNS, ...MILESTONE_COLUMNS] as const;
export type FollowUpRow = RowOfColumns<typeof FOLLOW_UP_FLOW_COLUMNS>;

/** What a row says of its milestone. */
export function answerOf(
  row: Pick<FollowUpRow, 'situation' | 'date_debut_situation' | 'source' | 'date_observation'>,
): FollowUpAnswer {
  return {
    situation: row.situation,
    situationStartedOn: row.date_debut_situation,
    source: row.source,
    observedOn: row.date_observation,
  };
}
