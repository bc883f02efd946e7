import type { AsOf, LocalDate } from '../../kernel/index.js';
import type { DeadlineRuleCode } from './deadline.rules.js';
import type { ReturnAnswer } from './code-lists.js';

/** States of a return, from its preparation to its end. */
export const RETURN_STATES = [
  'prepared',
  'open',
  'acknowledged',
  'closed',
  'cancelled',
  'transferred',
] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** States in which somebody still has something to do. */
export const ACTIVE_STATES = [
  'prepared',
  'open',
  'acknowledged',
] as const satisfies readonly ReturnState[];

/**
 * Why the young person comes back: `absent` who never came on the day of incorporation, `planned-end`
 * while nobody knows how the service will end.
 */
export const RETURN_CAUSES = ['dropout', 'no-solution', 'wish', 'absent', 'planned-end'] as const;
export type ReturnCause = (typeof RETURN_CAUSES)[number];

/** How high a silence has climbed (peers.md (c) 1). */
export const ESCALATIONS = ['adviser', 'manager', 'arml'] as const;
export type Escalation = (typeof ESCALATIONS)[number];

/** What the mission locale said last, and of which day. */
export interface SaidAnswer {
  readonly code: ReturnAnswer;
  readonly contactedOn: LocalDate;
}

/** What is to be done next, by when, and by which rule. */
export interface Deadline {
  readonly rule: DeadlineRuleCode;
  /** The day from which it is counted. */
  readonly from: LocalDate;
  readonly dueOn: LocalDate;
}

/**
 * One return of a young person from a unit to the mission locale: an episode of its own for each exit,
 * so that a second dropout never hides behind the answer to the first (peers.md 10.1).
 */
export interface ReturnEpisode {
  readonly id: string;
  readonly volunteerId: string;
  readonly unitId: string;
  /** Null for someone who applied directly: the unit keeps the return until somebody takes it. */
  readonly missionLocaleId: string | null;
  /** The return this one goes on from, once another mission locale accepted it (ADR 0033). */
  readonly predecessorId: string | null;
  readonly state: ReturnState;
  readonly stateOn: LocalDate;
  /** Null once the exit that opened it is no reason any more, for a file that somebody had taken up. */
  readonly cause: ReturnCause | null;
  /** Day of the exit, told or to come. */
  readonly endsOn: LocalDate;
  /** The day from which the next deadline is counted. */
  readonly countsFrom: LocalDate;
  readonly answer: SaidAnswer | null;
  /** How often the mission locale tried without reaching anybody. */
  readonly attempts: number;
  readonly deadline: Deadline | null;
  readonly escalation: Escalation;
  /** The day on which a silence climbs one step; null when it does not. */
  readonly escalatesOn: LocalDate | null;
  /** As of when the mission locale said last what it did; null before it did anything. */
  readonly asOf: AsOf | null;
  readonly version: number;
}

/** True when somebody still has something to do. */
export function isActive({ state }: Pick<ReturnEpisode, 'state'>): boolean {
  return ACTIVE_STATES.some((active) => active === state);
}

/** Exactly one organisation is in charge of a return at any time. */
export function inChargeOf({
  missionLocaleId,
  unitId,
}: {
  readonly missionLocaleId: string | null;
  readonly unitId: string;
}): string {
  return missionLocaleId ?? unitId;
}
