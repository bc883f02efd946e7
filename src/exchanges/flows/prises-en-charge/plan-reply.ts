import { commandOf, type ReturnCommand, type ReturnEpisode } from '../../../returns/index.js';
import { isNotOlder, type AsOf } from '../../../kernel/index.js';
import type { ReplyRow } from './columns.js';

/** What a row asks of the return it names. */
export type ReplyPlan =
  | { readonly kind: 'unchanged' }
  /** Something more recent is known already. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'commands'; readonly commands: readonly ReturnCommand[] };

/**
 * The commands that bring a return to what a row says: none when it is there already. An answer that was
 * given stays, but for a correction (exchange.md 7.a, transition table).
 */
export function planReply(episode: ReturnEpisode, row: ReplyRow, asOf: AsOf): ReplyPlan {
  if (saysTheSame(episode, row)) return { kind: 'unchanged' };
  if (!isNotOlder(asOf, episode.asOf)) return { kind: 'stale' };
  const command = commandOf(row.code_prise_en_charge);
  const isAnsweredAnew = row.type_ligne === 'CORRECTION' && episode.state === 'closed';
  return { kind: 'commands', commands: isAnsweredAnew ? ['reopen', command] : [command] };
}

function saysTheSame({ state, answer }: ReturnEpisode, row: ReplyRow): boolean {
  const isClosing = commandOf(row.code_prise_en_charge) === 'answer';
  return (
    state === (isClosing ? 'closed' : 'acknowledged') &&
    answer?.code === row.code_prise_en_charge &&
    answer.contactedOn === row.date_contact
  );
}
