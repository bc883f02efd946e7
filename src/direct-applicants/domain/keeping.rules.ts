import { addMonthsToDate, type LocalDate } from '../../kernel/index.js';

/** How long anything is kept of a direct applicant, from the day of the invitation (ADR 0040). */
const MONTHS_KEPT = 6;

/** The latest day of invitation of those who are to be forgotten today. */
export function forgottenUntil(today: LocalDate): LocalDate {
  return addMonthsToDate(today, -MONTHS_KEPT);
}

/** True of an invitation of which nothing may be kept any more: the next round would erase it (PRV-08). */
export function isPastKeeping(invitedOn: LocalDate, today: LocalDate): boolean {
  return invitedOn <= forgottenUntil(today);
}
