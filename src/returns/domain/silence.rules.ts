import { daysBetween, type LocalDate } from '../../kernel/index.js';

/** What is said of fewer people says something of each of them (PRV-19). */
export const FIGURE_FLOOR = 11;

/** How long the longest silence lasts: never a day, which would be somebody's own. */
export const SILENCE_AGES = ['under-a-month', 'under-three-months', 'longer'] as const;
export type SilenceAge = (typeof SILENCE_AGES)[number];

/** Days below which a silence is of each age. */
const MONTH = 30;
const THREE_MONTHS = 90;

/** The returns that climbed to the association of the region, as they were counted. */
export interface SilentReturns {
  readonly count: number;
  /** The first of their dates that passed. */
  readonly oldestDueOn: LocalDate | null;
}

/** What a regional association may know of the silence of a mission locale: nobody. */
export interface SilenceFigure {
  /** Null below the floor: there are some, and not how many. */
  readonly returns: number | null;
  readonly age: SilenceAge;
}

/** What is kept of the silent returns of a mission locale; null when there is none. */
export function silenceFigure(
  { count, oldestDueOn }: SilentReturns,
  today: LocalDate,
): SilenceFigure | null {
  if (count === 0 || oldestDueOn === null) return null;
  return { returns: count < FIGURE_FLOOR ? null : count, age: ageOf(oldestDueOn, today) };
}

function ageOf(dueOn: LocalDate, today: LocalDate): SilenceAge {
  const days = daysBetween(dueOn, today);
  if (days < MONTH) return 'under-a-month';
  return days < THREE_MONTHS ? 'under-three-months' : 'longer';
}
