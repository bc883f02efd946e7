import { addMillis, type FieldIssue, type Instant } from '../../kernel/index.js';

/** Most seats of one session: a room, not a fair. */
export const MOST_SEATS = 200;
/** Longest text of a place. */
export const LONGEST_PLACE = 120;

const YEAR = 366 * 86_400_000;

/** What is wrong with the moment of a session that is planned at `now`; none when it does. */
export function planIssues(startsAt: Instant, now: Instant): FieldIssue[] {
  if (startsAt <= now) {
    return [issue('Planifiez une séance à venir : ce jour et cette heure sont passés.')];
  }
  if (startsAt > addMillis(now, YEAR)) {
    return [issue('Planifiez une séance dans l’année qui vient.')];
  }
  return [];
}

function issue(detail: string): FieldIssue {
  return { pointer: '/startsOn', code: 'constraint-error', detail };
}
