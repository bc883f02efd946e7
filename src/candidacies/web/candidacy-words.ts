import type { Tone } from '../../platform/pages/index.js';
import type { CandidacyState } from '../domain/candidacy.js';

/** A state as the pages say it, everywhere the same. */
export const STATE_WORDS: Readonly<Record<CandidacyState, { label: string; tone: Tone }>> = {
  received: { label: 'Reçue', tone: 'new' },
  'in-evaluation': { label: 'En évaluation', tone: 'info' },
  convoked: { label: 'Convoquée', tone: 'warning' },
  decided: { label: 'Décidée', tone: 'success' },
  closed: { label: 'Close', tone: 'neutral' },
};
