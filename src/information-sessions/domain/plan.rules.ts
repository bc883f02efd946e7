import {
  addDays,
  addMillis,
  type FieldIssue,
  type Instant,
  type LocalDate,
} from '../../kernel/index.js';

/** Most seats of one session: a room, not a fair. */
export const MOST_SEATS = 200;
/** Longest text of a place. */
export const LONGEST_PLACE = 120;

const PAST = 'Planifiez une séance à venir : ce jour et cette heure sont passés.';
const TOO_FAR = 'Planifiez une séance dans l’année qui vient.';
const YEAR_DAYS = 366;
const YEAR = YEAR_DAYS * 86_400_000;

/** The same of the day alone, of the mission locale's zone: looked at before any hour is read. */
export function dayIssues(startsOn: LocalDate, today: LocalDate): FieldIssue[] {
  if (startsOn < today) return [issue(PAST)];
  return startsOn > addDays(today, YEAR_DAYS) ? [issue(TOO_FAR)] : [];
}

/** What is wrong with the moment of a session that is planned at `now`; none when it does. */
export function planIssues(startsAt: Instant, now: Instant): FieldIssue[] {
  if (startsAt <= now) {
    return [issue(PAST)];
  }
  if (startsAt > addMillis(now, YEAR)) {
    return [issue(TOO_FAR)];
  }
  return [];
}

function issue(detail: string): FieldIssue {
  return { pointer: '/startsOn', code: 'constraint-error', detail };
}
