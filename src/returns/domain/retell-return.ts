import { decide, type Actor, type AsOf, type LocalDate } from '../../kernel/index.js';
import { writtenBy, type ReturnChange } from './decide-return.js';
import type { DeadlineBook } from './deadline.rules.js';
import { timed, timedAfter } from './next-step.js';
import type { ReturnEpisode, SaidAnswer } from './return-episode.js';
import { returnMachine, type ReturnCommand } from './return.machine.js';

/** What a person or a program of the mission locale did on a page or at the API: files are read from their bytes. */
export interface ReturnAct {
  readonly episodeId: string;
  readonly command: ReturnCommand;
  readonly effectiveOn: LocalDate;
  readonly answer: SaidAnswer | null;
  readonly asOf: AsOf;
}

/** What the history holds of returns besides what files said. */
export interface ReturnPast {
  /** The day each was opened. */
  readonly openedOn: ReadonlyMap<string, LocalDate>;
  /** Oldest first. */
  readonly acts: readonly ReturnAct[];
}

/** Pure: a return as it was opened, before the mission locale said anything of it. */
export function openedReturn(
  episode: ReturnEpisode,
  openedOn: LocalDate,
  book: DeadlineBook,
): ReturnEpisode {
  const opened = {
    ...episode,
    state: 'open' as const,
    stateOn: openedOn,
    countsFrom: openedOn,
    answer: null,
    attempts: 0,
    asOf: null,
  };
  return { ...opened, ...timed(opened, book) };
}

/**
 * Pure: a return after an act that was once allowed, when what came before it is told anew (exchange.md
 * 7.e.3). It stays without effect where its state no longer is one it starts from.
 */
export function redoReturnAct(episode: ReturnEpisode, act: ReturnAct): ReturnEpisode {
  const { command, effectiveOn, answer, asOf } = act;
  const { from, to } = returnMachine.transitions[command];
  if (!from.includes(episode.state) || typeof to !== 'string') return episode;
  return {
    ...episode,
    ...writtenBy({ episode, command, effectiveOn, ...(answer ? { answer } : {}) }),
    state: to,
    stateOn: to === episode.state ? episode.stateOn : effectiveOn,
    asOf,
  };
}

/** A return as all that was said of it makes it, when that is not what its record says. */
export interface ReturnRestatement {
  readonly episode: ReturnEpisode;
  readonly target: ReturnEpisode;
  readonly actor: Actor;
  readonly effectiveOn: LocalDate;
  readonly today: LocalDate;
  readonly book: DeadlineBook;
}

/** Pure: the one command that compensates what should not have been said (exchange.md 7.e.3). */
export function restateReturn(restatement: ReturnRestatement): ReturnChange {
  const { episode, target, actor, effectiveOn, today, book } = restatement;
  const context = { today, attemptsNeeded: 0 };
  const decided = decide(returnMachine, episode, 'restate', 'ml-file', context, target.state);
  if (!decided.ok) throw new Error(`a file may always be told anew: ${decided.refusal}`);
  const { deadline, escalation, escalatesOn, cause, endsOn } = episode;
  // What the unit said of the exit stays; a step that it changed keeps its own days.
  const countsFrom = cause === null ? episode.countsFrom : target.countsFrom;
  const moved = { ...target, deadline, escalation, escalatesOn, cause, endsOn, countsFrom };
  const after = {
    ...moved,
    ...timedAfter(episode, moved, book),
    version: episode.version + 1,
  };
  const change = { before: episode, after, command: 'restate', effectiveOn, actor } as const;
  return { ...change, isFollowing: false };
}

/** True when both tell the same of what the mission locale did, since whenever it is known. */
export function isReturnToldAlike(one: ReturnEpisode, other: ReturnEpisode): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ state, stateOn, answer, attempts }: ReturnEpisode): string {
  return JSON.stringify([state, stateOn, attempts, answer && [answer.code, answer.contactedOn]]);
}
