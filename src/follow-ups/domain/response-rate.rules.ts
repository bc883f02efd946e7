import type { Milestone } from './code-lists.js';

/** How many answered at one milestone, with what the share is of. */
export interface ResponseRate {
  readonly milestone: Milestone;
  /** Situations that are known: "no reply" is no response. */
  readonly known: number;
  /** Answered, a "no reply" included, or not answered by the end of the window. */
  readonly asked: number;
  /** Per cent, rounded down so that "all" is never said too early; null of nobody. */
  readonly percent: number | null;
}

/** The share of one milestone, never without its denominator. */
export function responseRate(milestone: Milestone, known: number, asked: number): ResponseRate {
  const percent = asked === 0 ? null : Math.floor((known * 100) / asked);
  return { milestone, known, asked, percent };
}
