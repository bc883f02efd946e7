import { addDays, addMonths, monthOf, type LocalDate, type Month } from '../../kernel/index.js';

/** How long before its planned end a service is to be settled: two months before (domain.md 9, F14). */
const DAYS_BEFORE_THE_END = 60;

/** The days on which two views of the list of services turn. */
export interface ViewLimits {
  /** The month whose presence is to be told: the last that is over (F11). */
  readonly presenceOf: Month;
  /** The last planned end that is near. */
  readonly endsBy: LocalDate;
}

/** What the views look at on a day of the unit's zone. */
export function viewLimits(today: LocalDate): ViewLimits {
  return {
    presenceOf: addMonths(monthOf(today), -1),
    endsBy: addDays(today, DAYS_BEFORE_THE_END),
  };
}
