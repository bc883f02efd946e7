import type { Tone } from '../../platform/pages/index.js';
import type { ReferralState } from '../domain/referral.js';

/** A state as the pages say it, everywhere the same. */
export const STATE_WORDS: Readonly<Record<ReferralState, { label: string; tone: Tone }>> = {
  draft: { label: 'Brouillon', tone: 'new' },
  submitted: { label: 'Transmise', tone: 'info' },
  received: { label: 'Reçue', tone: 'info' },
  decided: { label: 'Décidée', tone: 'success' },
  withdrawn: { label: 'Retirée', tone: 'neutral' },
  lapsed: { label: 'Sans réponse', tone: 'neutral' },
};
