import type { Actor, LocalDate } from '../../kernel/index.js';
import { decideReturn, type ReturnChange } from './decide-return.js';
import type { DeadlineBook } from './deadline.rules.js';
import { decideTransfer, type TransferChange } from './decide-transfer.js';
import { timed } from './next-step.js';
import type { ReturnEpisode } from './return-episode.js';
import type { Transfer } from './transfer.js';

/** What was accepted, and with what it is handed over. */
export interface HandingOver {
  readonly transfer: Transfer;
  readonly episode: ReturnEpisode;
  /** The system, for the unit: the one side that sees both returns. */
  readonly actor: Actor;
  /** Today and the rules of the mission locale that accepted. */
  readonly today: LocalDate;
  readonly book: DeadlineBook;
  readonly newId: string;
}

/** The return that ends here, the one that goes on there, and the proposal that is done. */
export interface HandOver {
  readonly ended: ReturnChange;
  readonly begun: ReturnChange;
  readonly completed: TransferChange;
}

/**
 * Pure: the one step in which a return changes hands, so that it is never in two, nor in none. What the
 * former mission locale did stays its own; the days of the next are counted anew, in its own calendar.
 */
export function handOver(handing: HandingOver): HandOver | null {
  const { transfer, episode, actor, today, book, newId } = handing;
  // What the unit took back is settled where it is: nobody hands on what has no reason to be.
  if (episode.cause === null) return null;
  const end = decideReturn({
    episode,
    command: 'transfer',
    actor,
    effectiveOn: today,
    today,
    book,
  });
  const done = decideTransfer({ transfer, command: 'complete', actor, today, successorId: newId });
  if (!end.ok || !done.ok) return null;
  const { state } = episode;
  const begun = {
    id: newId,
    volunteerId: episode.volunteerId,
    unitId: episode.unitId,
    missionLocaleId: transfer.toId,
    predecessorId: episode.id,
    state: state === 'prepared' ? state : ('open' as const),
    stateOn: today,
    cause: episode.cause,
    endsOn: episode.endsOn,
    countsFrom: today,
    answer: null,
    attempts: 0,
    asOf: null,
    version: 1,
  };
  const command = state === 'prepared' ? 'prepare' : 'open';
  const after: ReturnEpisode = { ...begun, ...timed(begun, book) };
  return {
    ended: end.change,
    begun: { before: null, after, command, effectiveOn: today, actor, isFollowing: true },
    completed: done.change,
  };
}
