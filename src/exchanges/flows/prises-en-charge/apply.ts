import { Injectable } from '@nestjs/common';
import {
  ReturnChanges,
  ReturnPlaces,
  Returns,
  type ReturnEpisode,
} from '../../../returns/index.js';
import { isBlocking } from '../../catalogue/index.js';
import {
  FlowApplication,
  type ApplyContext,
  type CheckedRow,
  type RowFate,
} from '../../use-cases/flow-ports.js';
import { matchReplied } from '../replying-block/match-replied.js';
import { rounds } from '../rounds.js';
import { inOrder, type RowRefusal } from '../row-fates.js';
import {
  decideReply,
  refusalOf,
  REPLY_FATES,
  resourceOf,
  untouched,
  type DecidedReply,
  type Reply,
} from './decide-reply.js';
import { ReadReplyRecords } from './reply-records.js';
import { ReplyToInvitations } from './reply-to-invitations.js';
import { RetellReplies, type RetoldReturn } from './retell-replies.js';

/** Applies PEC rows: each becomes the command that an adviser would have given. */
@Injectable()
export class ApplyPrisesEnCharge extends FlowApplication {
  constructor(
    private readonly readRecords: ReadReplyRecords,
    private readonly retellReplies: RetellReplies,
    private readonly returns: Returns,
    private readonly places: ReturnPlaces,
    private readonly changes: ReturnChanges,
    private readonly invitations: ReplyToInvitations,
  ) {
    super();
  }

  override async apply(rows: readonly CheckedRow[], context: ApplyContext): Promise<RowFate[]> {
    const replies = rows as readonly Reply[];
    const isOnInvitation = ({ row }: Reply): boolean => row.flux_origine === 'DIR';
    const fates = [...(await this.invitations.apply(replies.filter(isOnInvitation), context))];
    const onReturns = replies.filter((reply) => !isOnInvitation(reply));
    // By file of the unit: an exit whose day was corrected is named by either day.
    const inTurn = rounds(onReturns, ({ row }) => [
      `${row.code_unite}|${row.numero_dossier_unite}`,
    ]);
    for (const [turn, round] of inTurn.entries()) {
      // Two rows of one file on one record: what replaces is only whole once both are written down.
      const isLate = turn > 0 && context.isReplacing;
      for (const fate of await this.applyRound(round, context)) {
        fates.push(isLate ? { ...fate, isLate } : fate);
      }
    }
    return inOrder(replies, fates);
  }

  override async retell(
    resourceIds: readonly string[],
    context: ApplyContext,
    more: ReadonlyMap<string, CheckedRow> = new Map(),
  ): Promise<void> {
    const known = await this.returns.byIds(resourceIds);
    const replies = more as ReadonlyMap<string, Reply>;
    await this.write([...(await this.retellReplies.execute(known, replies, context)).values()]);
    await this.invitations.retell(resourceIds, context, replies);
  }

  override async takeBack(resourceId: string, context: ApplyContext): Promise<boolean> {
    const known = await this.returns.byIds([resourceId]);
    if (known.length === 0) {
      await this.invitations.retell([resourceId], context, new Map());
      return true;
    }
    const retold = await this.retellReplies.execute(known, new Map(), context);
    const told = retold.get(resourceId);
    if (!told || told.isHindered) return false;
    await this.write([told]);
    return true;
  }

  private async applyRound(replies: readonly Reply[], context: ApplyContext): Promise<RowFate[]> {
    const alone = await this.decide(replies, context);
    const decided = await this.retellWith(alone, replies, context);
    await this.write(decided);
    return decided.map(({ fate }) => fate);
  }

  private async decide(
    replies: readonly Reply[],
    context: ApplyContext,
  ): Promise<readonly DecidedReply[]> {
    const refusals = new Map(replies.map((reply) => [reply, refusalOf(reply)]));
    const records = await this.readRecords.execute(replies.filter((one) => !refusals.get(one)));
    const matches = new Map(
      replies.map((reply) => [reply, matchReplied(reply, records, REPLY_FATES, UNKNOWN)]),
    );
    const episodes = [...matches.values()].flatMap((match) =>
      'named' in match ? match.named.episode : [],
    );
    const placeOf = await this.places.of(episodes);
    return replies.map((reply) => {
      const refusal = refusals.get(reply);
      if (refusal) return untouched(REPLY_FATES.refused(reply, refusal));
      const match = matches.get(reply);
      if (!match) throw new Error('each row is looked for');
      if ('fate' in match) return untouched(match.fate);
      const { named, remarks } = match;
      const { book } = placeOf(named.episode);
      const decided = decideReply(reply, named, remarks, { ...context, book });
      const mustRetell = mustBeRetold(reply, named.episode, decided, context);
      return mustRetell ? { ...decided, toRetell: named.episode } : decided;
    });
  }

  /** Rows of which all that was said before has to be weighed anew. */
  private async retellWith(
    decided: readonly DecidedReply[],
    replies: readonly Reply[],
    context: ApplyContext,
  ): Promise<readonly DecidedReply[]> {
    const rows = new Map<string, Reply>();
    const known = decided.flatMap(({ toRetell }, index) => {
      const reply = replies[index];
      if (toRetell && reply) rows.set(toRetell.id, reply);
      return toRetell ?? [];
    });
    if (known.length === 0) return decided;
    const retold = await this.retellReplies.execute(known, rows, context);
    return decided.map((one, index) => {
      const reply = replies[index];
      const found = one.toRetell && retold.get(one.toRetell.id);
      return reply && found ? decideRetold(reply, one, found) : one;
    });
  }

  private async write(
    decided: readonly Pick<DecidedReply, 'change' | 'confirmed'>[],
  ): Promise<void> {
    await this.changes.write(decided.flatMap(({ change }) => change ?? []));
    await this.returns.confirmAll(decided.flatMap(({ confirmed }) => confirmed ?? []));
  }
}

const UNKNOWN: RowRefusal = {
  code: 'REFERENCE_INCONNUE',
  column: 'numero_dossier_unite',
  precision: 'SORTIE_INCONNUE',
};

/**
 * True when the row alone does not tell what becomes of the return: it corrects what was said, or takes
 * the place of what an earlier file of its slot said.
 */
function mustBeRetold(
  { row, isRepeated }: Reply,
  episode: ReturnEpisode,
  { fate }: DecidedReply,
  { isReplacing }: ApplyContext,
): boolean {
  // Without a record, the row names it wrongly: what was said before is not the reason.
  if (fate.resourceId === null) return false;
  if (row.type_ligne === 'CORRECTION') return true;
  if (episode.asOf === null || !isReplacing) return false;
  return !(isRepeated && (fate.state === 'I' || fate.state === 'P'));
}

/** What became of a row once all that was said was weighed with it. */
function decideRetold(
  reply: Reply,
  { fate, toRetell }: DecidedReply,
  { folded, change, confirmed, isHindered }: RetoldReturn,
): DecidedReply {
  const noted = fate.anomalies.filter(({ level }) => !isBlocking(level));
  const resource = toRetell ? resourceOf(toRetell) : null;
  const refusal = isHindered ? ANOTHER_RETURN : folded.refused.get(reply);
  if (refusal) {
    const refused = REPLY_FATES.refused(reply, refusal, noted, resource);
    return { fate: refused, change, confirmed };
  }
  const isNews = change?.before && !isDatedAnew(change.before, change.after);
  const state = fate.state === 'P' ? 'P' : isNews ? 'A' : 'I';
  return { fate: REPLY_FATES.of(reply, state, resource, noted), change, confirmed };
}

const ANOTHER_RETURN: RowRefusal = {
  code: 'TRANSITION_INTERDITE',
  column: 'date_sortie',
  precision: 'RETOUR_PLUS_RECENT',
};

function isDatedAnew(before: ReturnEpisode, after: ReturnEpisode): boolean {
  const said = ({ state, answer, attempts }: ReturnEpisode): string =>
    JSON.stringify([state, answer?.code, answer?.contactedOn, attempts]);
  return said(before) === said(after);
}
