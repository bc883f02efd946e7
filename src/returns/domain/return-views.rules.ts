import type { LocalDate } from '../../kernel/index.js';
import { RETURN_STATES, type ReturnEpisode, type ReturnState } from './return-episode.js';

/** The views of the worklist of returns: what waits, what is late, what is over. */
export const RETURN_VIEWS = {
  'to-acknowledge': ['open'],
  'in-progress': ['acknowledged'],
  late: ['open', 'acknowledged'],
  prepared: ['prepared'],
  unattached: ['prepared', 'open'],
  news: RETURN_STATES,
  over: ['closed', 'cancelled', 'transferred'],
} as const satisfies Record<string, readonly ReturnState[]>;
export type ReturnSection = keyof typeof RETURN_VIEWS;

/** True when the step that is next should have been done before today; a preparation is never late. */
export function isLate({ state, deadline }: ReturnEpisode, today: LocalDate): boolean {
  const canBeLate = RETURN_VIEWS.late.some((late) => late === state);
  return canBeLate && deadline !== null && deadline.dueOn < today;
}
