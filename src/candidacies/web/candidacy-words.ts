import { labelOf } from '../../kernel/index.js';
import type { Tone } from '../../platform/pages/index.js';
import type { CandidacyState } from '../domain/candidacy.js';
import { NOT_SELECTED, OUTCOME_CODES } from '../domain/code-lists.js';

/** A state as the pages say it, everywhere the same. */
export const STATE_WORDS: Readonly<Record<CandidacyState, { label: string; tone: Tone }>> = {
  received: { label: 'Reçue', tone: 'new' },
  'in-evaluation': { label: 'En évaluation', tone: 'info' },
  convoked: { label: 'Convoquée', tone: 'warning' },
  decided: { label: 'Décidée', tone: 'success' },
  closed: { label: 'Close', tone: 'neutral' },
};

/** An outcome in words; the masked one reads like any other refusal (interface.md 0.3). */
export function outcomeLabel(code: string): string {
  return code === NOT_SELECTED ? 'Non retenu' : labelOf(OUTCOME_CODES, code);
}

interface Named {
  readonly birthName: string;
  readonly firstNames: readonly string[];
}

/** A young person as lists and titles name them. */
export function personName(person: Named | null): string {
  return person ? [person.birthName, person.firstNames[0]].filter(Boolean).join(' ') : 'Sans nom';
}
