import { labelOf } from '../../kernel/index.js';
import { typeset } from '../../platform/french/index.js';
import type { Tone } from '../../platform/pages/index.js';
import {
  TRANSFER_REASONS,
  TRANSFER_REFUSALS,
  type TransferReason,
  type TransferRefusal,
} from '../domain/transfer-codes.js';
import type { TransferState } from '../domain/transfer.js';

/** Where a proposal stands, as the pages say it. */
export const TRANSFER_WORDS: Readonly<Record<TransferState, { label: string; tone: Tone }>> = {
  proposed: { label: 'Transfert proposé', tone: 'info' },
  accepted: { label: 'Transfert accepté', tone: 'info' },
  completed: { label: 'Transféré', tone: 'neutral' },
  refused: { label: 'Transfert refusé', tone: 'warning' },
  withdrawn: { label: 'Transfert retiré', tone: 'neutral' },
  lapsed: { label: 'Transfert sans réponse', tone: 'warning' },
};

/** Why it is proposed. */
export function reasonWords(reason: string): string {
  return typeset(labelOf(TRANSFER_REASONS, reason as TransferReason));
}

/** Why it was refused. */
export function refusalWords(refusal: string): string {
  return typeset(labelOf(TRANSFER_REFUSALS, refusal as TransferRefusal));
}
