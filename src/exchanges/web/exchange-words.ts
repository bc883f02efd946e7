import type { Tone } from '../../platform/pages/index.js';
import type { FaultLevel } from '../catalogue/index.js';
import type { ExchangeFile, ExchangeFileState } from '../domain/exchange-file.js';
import type { SlotState } from '../domain/slot-state.js';

/** How a state is said and shown. */
export interface StateWords {
  readonly label: string;
  readonly tone: Tone;
}

/** What became of a deposited file. */
const FILE_STATES: Readonly<Record<ExchangeFileState, StateWords>> = {
  refused: { label: 'Refusé à l’entrée', tone: 'error' },
  registered: { label: 'En traitement', tone: 'info' },
  rejected: { label: 'Non pris en compte', tone: 'error' },
  held: { label: 'À confirmer', tone: 'warning' },
  applied: { label: 'Intégré', tone: 'success' },
  closed: { label: 'Intégré, clos', tone: 'neutral' },
  'internal-error': { label: 'Incident de notre part', tone: 'warning' },
};

/** The state of a file; one of which lines were refused is not simply taken. */
export function fileState({ state, report }: Pick<ExchangeFile, 'state' | 'report'>): StateWords {
  const isPart = report?.code === 2 && (state === 'applied' || state === 'closed');
  return isPart ? { label: 'Intégré en partie', tone: 'warning' } : FILE_STATES[state];
}

/** Where a file to send stands. */
export const SLOT_WORDS: Readonly<Record<SlotState, StateWords>> = {
  upcoming: { label: 'À venir', tone: 'neutral' },
  expected: { label: 'Attendu', tone: 'warning' },
  received: { label: 'Reçu', tone: 'success' },
  nil: { label: 'Reçu, néant', tone: 'success' },
  closed: { label: 'Clos', tone: 'neutral' },
  late: { label: 'En retard', tone: 'error' },
  missing: { label: 'Manquant', tone: 'error' },
  exempt: { label: 'Dispensé', tone: 'neutral' },
};

/** What a file does to what was said before (exchange.md 7.b). */
export const NATURE_WORDS: Readonly<Record<string, string>> = {
  I: 'initial',
  C: 'complément',
  R: 'annule et remplace',
  A: 'annulation',
  N: 'néant',
  S: 'signalement',
};

/** How grave a fault is, for the one who corrects. */
export const GRAVITIES: Readonly<Record<FaultLevel, StateWords>> = {
  BLOQUANT_FICHIER: { label: 'Fichier refusé', tone: 'error' },
  BLOQUANT_LIGNE: { label: 'Ligne rejetée', tone: 'error' },
  A_CONFIRMER: { label: 'À confirmer', tone: 'warning' },
  AVERTISSEMENT: { label: 'Avertissement', tone: 'warning' },
  INFORMATION: { label: 'Information', tone: 'info' },
};
