import type { Tone } from '../../platform/pages/index.js';
import type { Escalation, ReturnCause, ReturnState } from '../domain/return-episode.js';

/** A state as the pages say it, everywhere the same. */
export const STATE_WORDS: Readonly<Record<ReturnState, { label: string; tone: Tone }>> = {
  prepared: { label: 'À préparer', tone: 'info' },
  open: { label: 'À prendre en charge', tone: 'new' },
  acknowledged: { label: 'Pris en charge', tone: 'warning' },
  closed: { label: 'Clos', tone: 'success' },
  cancelled: { label: 'Sans suite', tone: 'neutral' },
  transferred: { label: 'Transféré', tone: 'neutral' },
};

/** Why the young person comes back. */
export const CAUSE_WORDS: Readonly<Record<ReturnCause, string>> = {
  dropout: 'Abandon',
  'no-solution': 'Sortie sans solution',
  wish: 'Souhaite un accompagnement',
  absent: 'Absent à l’incorporation',
  'planned-end': 'Fin de service prévue',
};

/** What is said in place of a cause, once the unit took it back. */
export const NO_CAUSE = 'L’unité a retiré le motif de ce retour';

/** How high a silence climbed; nothing while it is the adviser's. */
export const ESCALATION_WORDS: Readonly<Record<Escalation, string>> = {
  adviser: '',
  manager: 'Signalé au responsable',
  arml: 'Signalé à l’association régionale',
};
