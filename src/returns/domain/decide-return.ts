import {
  actingRole,
  decide,
  isNotOlder,
  type Actor,
  type AsOf,
  type LocalDate,
} from '../../kernel/index.js';
import { ATTEMPT_ANSWERS, ELSEWHERE, type ReturnAnswer } from './code-lists.js';
import { lengthOn, type DeadlineBook } from './deadline.rules.js';
import { climbed, timedAfter } from './next-step.js';
import type { ReturnCause, ReturnEpisode, SaidAnswer } from './return-episode.js';
import { returnMachine, type ReturnCommand, type ReturnRole } from './return.machine.js';

/** What the service of a volunteer says of the end. */
export interface EndFacts {
  readonly cause: ReturnCause | null;
  readonly endsOn: LocalDate;
}

/** What somebody, the unit's side or the clock wants to do with one return. */
export interface ReturnRequest {
  readonly episode: ReturnEpisode;
  readonly command: ReturnCommand;
  readonly actor: Actor;
  readonly as?: 'volunteer';
  readonly effectiveOn: LocalDate;
  /** Today where the mission locale is. */
  readonly today: LocalDate;
  readonly book: DeadlineBook;
  readonly answer?: SaidAnswer;
  readonly end?: EndFacts;
  /** Of the row that says it; a person's act counts from today. */
  readonly asOf?: AsOf;
}

/** What a command does once decided. */
export interface ReturnChange {
  /** Null when the return begins. */
  readonly before: ReturnEpisode | null;
  readonly after: ReturnEpisode;
  readonly command: ReturnCommand;
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
  /** True when it follows the unit's side: the mission locale did nothing. */
  readonly isFollowing: boolean;
}

export type ReturnDecision =
  | { readonly ok: true; readonly change: ReturnChange }
  | { readonly ok: false; readonly refusal: string };

/** The command that an answer of the mission locale is: by page, API or file, the code decides. */
export function commandOf(code: ReturnAnswer): 'record-attempt' | 'answer' | 'declare-elsewhere' {
  if (code === ELSEWHERE) return 'declare-elsewhere';
  return ATTEMPT_ANSWERS.some((attempt) => attempt === code) ? 'record-attempt' : 'answer';
}

/** Pure: applies the life-cycle to one request. Screens, API, files and the clock all pass here. */
export function decideReturn(request: ReturnRequest): ReturnDecision {
  const { episode, command, actor, effectiveOn, today, book, answer } = request;
  const role: ReturnRole = request.as ?? actingRole(actor);
  const decision = decide(
    returnMachine,
    episode,
    command,
    role,
    {
      today,
      attemptsNeeded: lengthOn(book, 'return-attempts', today),
      ...(answer ? { answer } : {}),
    },
    command === 'correct' ? episode.state : undefined,
  );
  if (!decision.ok) return { ok: false, refusal: decision.refusal };
  const moved = {
    ...episode,
    ...writtenBy(request),
    ...saidBy(request, role),
    state: decision.to,
    stateOn: decision.to === episode.state ? episode.stateOn : effectiveOn,
    version: episode.version + 1,
  };
  const after = { ...moved, ...timeOf(request, moved) };
  const isFollowing = request.as === 'volunteer';
  return { ok: true, change: { before: episode, after, command, effectiveOn, actor, isFollowing } };
}

/** What the mission locale does counts after what was known: its date never goes back. */
function saidBy({ episode, asOf, today }: ReturnRequest, role: ReturnRole): Partial<ReturnEpisode> {
  if (role === 'volunteer' || role === 'system') return {};
  const said = asOf ?? { on: today, sequence: 0, line: 0 };
  return isNotOlder(said, episode.asOf) ? { asOf: said } : {};
}

/** What the command itself says, before time is counted again. */
export function writtenBy({
  episode,
  command,
  answer,
  end,
  effectiveOn,
}: Pick<
  ReturnRequest,
  'episode' | 'command' | 'answer' | 'end' | 'effectiveOn'
>): Partial<ReturnEpisode> {
  switch (command) {
    case 'prepare':
      return end ?? {};
    case 'correct':
      return end ? corrected(episode, end, effectiveOn) : {};
    case 'open':
      return { ...end, countsFrom: effectiveOn };
    case 'record-attempt':
      return answer
        ? { answer, attempts: episode.attempts + 1, countsFrom: answer.contactedOn }
        : {};
    case 'declare-elsewhere':
      return answer ? { answer, countsFrom: answer.contactedOn } : {};
    case 'answer':
      return answer ? { answer } : {};
    case 'reopen':
      return { answer: null, countsFrom: effectiveOn };
    case 'cancel':
      return end ? { endsOn: end.endsOn } : {};
    default:
      return {};
  }
}

/** A reason that goes or comes starts another step, and its days are counted from then. */
function corrected(
  { cause, countsFrom }: ReturnEpisode,
  end: EndFacts,
  effectiveOn: LocalDate,
): Partial<ReturnEpisode> {
  const isOtherStep = (cause === null) !== (end.cause === null);
  return { ...end, countsFrom: isOtherStep ? effectiveOn : countsFrom };
}

function timeOf(
  { episode, command, effectiveOn, book }: ReturnRequest,
  moved: ReturnEpisode,
): Partial<ReturnEpisode> {
  if (command === 'escalate' || command === 'chase') {
    return climbed(episode.escalation, effectiveOn, book);
  }
  return timedAfter(episode, moved, book);
}
