import { addDays, addMonthsToDate, type LocalDate } from '../../kernel/index.js';
import type { Milestone } from './code-lists.js';
import type { FollowUp } from './follow-up.js';

/** Months from the exit to each milestone. */
export const MILESTONE_MONTHS: Readonly<Record<Milestone, number>> = { M3: 3, M6: 6, M12: 12 };

/** Days before and after a milestone during which it may be answered (exchange.md 7.a, DEV). */
export const WINDOW_DAYS = 45;

/** When a milestone is, and when it may be answered, both days included. */
export interface MilestoneWindow {
  readonly dueOn: LocalDate;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
}

/** Where a milestone stands on a day; computed, never kept. */
export const FOLLOW_UP_STATES = ['upcoming', 'open', 'answered', 'closed'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** The window of a milestone: an exit of 31 August has its six months on the last day of February. */
export function windowOf(exitedOn: LocalDate, milestone: Milestone): MilestoneWindow {
  const dueOn = addMonthsToDate(exitedOn, MILESTONE_MONTHS[milestone]);
  return { dueOn, opensOn: addDays(dueOn, -WINDOW_DAYS), closesOn: addDays(dueOn, WINDOW_DAYS) };
}

/** True when a day is in the window, its first and last days included. */
export function isWithin({ opensOn, closesOn }: MilestoneWindow, day: LocalDate): boolean {
  return opensOn <= day && day <= closesOn;
}

/** What tells whether an answer counts. */
export type Counting = Pick<FollowUp, 'observedOn'> & Partial<Pick<FollowUp, 'isTakenBack'>>;

/**
 * An answer counts while what it saw is in the window, unless it was taken back: a corrected exit moves the
 * window, and may ask again.
 */
export function counts(window: MilestoneWindow, answer: Counting | null): boolean {
  return answer !== null && !answer.isTakenBack && isWithin(window, answer.observedOn);
}

/** Where a milestone stands on a day. */
export function standingOn(
  window: MilestoneWindow,
  answer: Counting | null,
  today: LocalDate,
): FollowUpState {
  if (counts(window, answer)) return 'answered';
  if (today < window.opensOn) return 'upcoming';
  return today <= window.closesOn ? 'open' : 'closed';
}
