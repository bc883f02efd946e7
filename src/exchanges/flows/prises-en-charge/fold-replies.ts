import { redoReturnAct, type ReturnAct, type ReturnEpisode } from '../../../returns/index.js';
import { isNotOlder, type AsOf } from '../../../kernel/index.js';
import type { RowRefusal } from '../row-fates.js';
import { runCommands, type Reply, type ReplyContext } from './decide-reply.js';
import { planReply } from './plan-reply.js';

/** All that was said of one return and still counts. */
export interface ToldReturn {
  readonly replies: readonly Reply[];
  readonly acts: readonly ReturnAct[];
}

/** What it makes of the return. */
export interface FoldedReturn {
  readonly episode: ReturnEpisode;
  /** Rows that count, and rows that what came before them refuses. */
  readonly taken: ReadonlySet<Reply>;
  readonly refused: ReadonlyMap<Reply, RowRefusal>;
}

type Saying =
  | { readonly kind: 'row'; readonly reply: Reply; readonly asOf: AsOf }
  | { readonly kind: 'act'; readonly act: ReturnAct; readonly asOf: AsOf };

/**
 * Pure: the return as the rows and acts make it, told one after the other in the order of their reference
 * dates, whatever the order they came in (exchange.md 7.e.2). The same functions decide as for a row that
 * comes in its turn.
 */
export function foldReplies(
  opened: ReturnEpisode,
  told: ToldReturn,
  context: ReplyContext,
): FoldedReturn {
  const refused = new Map<Reply, RowRefusal>();
  let standing: readonly Saying[] = [];
  for (const saying of inOrder(told)) {
    if (!isCorrection(saying)) {
      standing = [...standing, saying];
      continue;
    }
    // It takes the place of what was said last of its month, unless it is refused itself.
    const corrected = [...withoutLastOf(saying, standing), saying];
    const refusal = foldSayings(opened, corrected, context).refused.get(saying.reply);
    if (refusal) refused.set(saying.reply, refusal);
    else standing = corrected;
  }
  const folded = foldSayings(opened, standing, context);
  return { ...folded, refused: new Map([...folded.refused, ...refused]) };
}

function inOrder({ replies, acts }: ToldReturn): Saying[] {
  const sayings: Saying[] = [
    ...replies.map((reply) => ({ kind: 'row', reply, asOf: reply.asOf }) as const),
    ...acts.map((act) => ({ kind: 'act', act, asOf: act.asOf }) as const),
  ];
  return sayings.toSorted(compare);
}

/** An act was decided on what was known: it follows the row of the same date. */
function compare(one: Saying, other: Saying): number {
  if (!isNotOlder(other.asOf, one.asOf)) return 1;
  if (!isNotOlder(one.asOf, other.asOf)) return -1;
  if (one.kind === other.kind) return 0;
  return one.kind === 'row' ? -1 : 1;
}

function isCorrection(saying: Saying): saying is Extract<Saying, { kind: 'row' }> {
  return saying.kind === 'row' && saying.reply.row.type_ligne === 'CORRECTION';
}

function withoutLastOf({ asOf }: Saying, sayings: readonly Saying[]): readonly Saying[] {
  const at = sayings.findLastIndex((one) => one.kind === 'row' && one.asOf.on === asOf.on);
  return sayings.filter((_, index) => index !== at);
}

function foldSayings(
  opened: ReturnEpisode,
  sayings: readonly Saying[],
  context: ReplyContext,
): FoldedReturn {
  const taken = new Set<Reply>();
  const refused = new Map<Reply, RowRefusal>();
  let episode = opened;
  for (const saying of sayings) {
    if (saying.kind === 'act') {
      episode = redoReturnAct(episode, saying.act);
      continue;
    }
    const told = tell(episode, saying.reply, context);
    if ('code' in told) {
      refused.set(saying.reply, told);
    } else {
      taken.add(saying.reply);
      episode = told;
    }
  }
  return { episode, taken, refused };
}

/** One row told after all before it. */
function tell(
  episode: ReturnEpisode,
  reply: Reply,
  context: ReplyContext,
): ReturnEpisode | RowRefusal {
  const { row, asOf } = reply;
  const plan = planReply(episode, row, asOf);
  if (plan.kind === 'stale') return { code: 'CHRONOLOGIE', column: 'date_contact' };
  if (plan.kind === 'unchanged') return { ...episode, asOf };
  const changes = runCommands(plan.commands, reply, episode, context);
  return 'code' in changes ? changes : (changes.at(-1)?.after ?? episode);
}
