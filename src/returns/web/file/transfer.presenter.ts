import type { LocalDate } from '../../../kernel/index.js';
import { longDate } from '../../../platform/french/index.js';
import type { Fact, Tone } from '../../../platform/pages/index.js';
import type { TransferState } from '../../domain/transfer.js';
import type { ReturnView } from '../../http/return.view.js';
import { reasonWords, refusalWords, TRANSFER_WORDS } from '../transfer-words.js';
import { TRANSFERS_PATH } from '../worklist/worklist-search.js';

/** The last proposal of a return, in words. */
export interface TransferPresented {
  readonly facts: readonly Fact[];
  /** Where it is taken back, by whoever made it and while nobody answered. */
  readonly withdrawHref: string | null;
}

/** The lines of the history that are of proposals. */
export const TRANSFER_TITLES: Readonly<Record<string, string>> = {
  'transfer-propose': 'Transfert proposé',
  'transfer-withdraw': 'Proposition de transfert retirée',
  'transfer-accept': 'Transfert accepté',
  'transfer-refuse': 'Transfert refusé',
  'transfer-lapse': 'Proposition de transfert restée sans réponse',
  'transfer-complete': 'Retour remis à la mission locale sollicitée',
  'transfer-void': 'Proposition de transfert sans objet',
};

const NEXT: Partial<Readonly<Record<TransferState, string>>> = {
  proposed: 'Vous suivez ce retour jusqu’à la réponse.',
  refused: 'Proposez-le à une autre mission locale, ou continuez de le suivre.',
  lapsed: 'Relancez cette mission locale ou proposez-le à une autre ; vous le suivez toujours.',
};

/** Every word of the last proposal; nothing when there was none. */
export function presentTransfer({
  transfer,
  isProposer,
}: Pick<ReturnView, 'transfer'> & { readonly isProposer: boolean }): TransferPresented | null {
  if (!transfer) return null;
  const { id, to, reason, refusal, proposedOn, dueOn } = transfer;
  const state = transfer.state as TransferState;
  const next = isProposer ? NEXT[state] : undefined;
  return {
    facts: [
      { label: 'Proposé à', value: to.name },
      { label: 'Où en est la proposition', value: TRANSFER_WORDS[state].label },
      { label: 'Motif', value: reasonWords(reason) },
      ...(refusal === null ? [] : [{ label: 'Motif du refus', value: refusalWords(refusal) }]),
      { label: 'Proposé le', value: longDate(proposedOn as LocalDate) },
      ...(state === 'proposed'
        ? [{ label: 'Réponse attendue avant le', value: longDate(dueOn as LocalDate) }]
        : []),
      ...(next === undefined ? [] : [{ label: 'À faire', value: next }]),
    ],
    withdrawHref: isProposer && state === 'proposed' ? `${TRANSFERS_PATH}/${id}/retrait` : null,
  };
}

/** What to know at once of a return that is proposed, or came back from a proposal. */
export function transferMarks({
  transfer,
}: Pick<ReturnView, 'transfer'>): { label: string; tone: Tone }[] {
  if (!transfer) return [];
  const isTold = ['proposed', 'refused', 'lapsed'].includes(transfer.state);
  return isTold ? [TRANSFER_WORDS[transfer.state as TransferState]] : [];
}

/** From whom a return comes, and who follows it since. */
export function receivedFacts({ receivedThrough }: ReturnView): Fact[] {
  return receivedThrough ? [{ label: 'Reçu de', value: receivedThrough.from.name }] : [];
}
