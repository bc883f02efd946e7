import { Injectable } from '@nestjs/common';
import { confirmationOf, type Confirmation } from '../../../kernel/index.js';
import {
  isActive,
  isReturnToldAlike,
  openedReturn,
  restateReturn,
  ReturnPlaces,
  Returns,
  type ReturnChange,
  type ReturnEpisode,
} from '../../../returns/index.js';
import type { ApplyContext } from '../../use-cases/flow-ports.js';
import { ReadStatements } from '../../use-cases/statements.js';
import { actorOfLine, fileActorOf } from '../row-fates.js';
import type { Reply } from './decide-reply.js';
import { PRISES_EN_CHARGE } from './flow.js';
import { foldReplies, type FoldedReturn } from './fold-replies.js';

/** What a return is once all that was said of it is told anew. */
export interface RetoldReturn {
  readonly folded: FoldedReturn;
  /** The command that brings its record there; null when it is there already. */
  readonly change: ReturnChange | null;
  /** Since when its record is known to be there, when only that moved. */
  readonly confirmed: Confirmation | null;
  /** True when the young person left once more in between: only one return is active. */
  readonly isHindered: boolean;
}

const NOT_TOLD: readonly string[] = ['prepared', 'cancelled', 'transferred'];

/** Weighs again all that was said of returns, when a file took something back or came late. */
@Injectable()
export class RetellReplies {
  constructor(
    private readonly statements: ReadStatements,
    private readonly returns: Returns,
    private readonly places: ReturnPlaces,
  ) {}

  /** By return; `more` are rows that the ledger does not hold yet, by return. */
  async execute(
    known: readonly ReturnEpisode[],
    more: ReadonlyMap<string, Reply>,
    context: ApplyContext,
  ): Promise<ReadonlyMap<string, RetoldReturn>> {
    // What the unit took back or only announced, and what another took over, is not its to tell.
    const told = known.filter(({ state }) => !NOT_TOLD.includes(state));
    const ids = told.map(({ id }) => id);
    const said = await this.statements.on(ids, PRISES_EN_CHARGE, context);
    const { openedOn, acts } = await this.returns.pastOf(ids);
    const goingOn = await this.returns.goingOnElsewhere(ids);
    const placeOf = await this.places.of(told);
    const retold = new Map<string, RetoldReturn>();
    const begunAgain = new Set<string>();
    // The latest exit first: of several that would begin again at once, one may.
    for (const episode of told.toSorted((one, other) => (one.endsOn < other.endsOn ? 1 : -1))) {
      const { id, volunteerId } = episode;
      const { book } = placeOf(episode);
      const row = more.get(id);
      const before = (said.get(id) ?? []) as readonly Reply[];
      const replies = row ? [...before, row] : before;
      const ofReturn = acts.filter(({ episodeId }) => episodeId === id);
      const opened = openedReturn(episode, openedOn.get(id) ?? episode.endsOn, book);
      const asFile = { ...context, actor: fileActorOf(context), book };
      const folded = foldReplies(opened, { replies, acts: ofReturn }, asFile);
      const isBegunAgain = isActive(folded.episode) && !isActive(episode);
      const isTaken = goingOn.has(id) || begunAgain.has(volunteerId);
      const isHindered = isBegunAgain && isTaken;
      if (isBegunAgain && !isHindered) begunAgain.add(volunteerId);
      const actor = row ? actorOfLine(context, row.line) : context.actor;
      const target = folded.episode;
      const isThere = isHindered || isReturnToldAlike(episode, target);
      const restated = { episode, target, actor, effectiveOn: target.stateOn, book };
      const change = isThere ? null : restateReturn({ ...restated, today: context.today });
      const isDated = isThere && !isHindered;
      const confirmed = isDated ? confirmationOf(episode, target.asOf) : null;
      retold.set(id, { folded, change, confirmed, isHindered });
    }
    return retold;
  }
}
