import { reasonInWords, type Tone } from '../../platform/pages/index.js';
import { TRANSFER_REASON_TREE, TRANSFER_REFUSAL_TREE } from '../domain/transfer-codes.js';
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
  return reasonInWords(TRANSFER_REASON_TREE, reason);
}

/** Why it was refused. */
export function refusalWords(refusal: string): string {
  return reasonInWords(TRANSFER_REFUSAL_TREE, refusal);
}
