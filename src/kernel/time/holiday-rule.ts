import { easterSunday } from './easter.js';
import { addDays, localDate } from './local-date.js';
import type { LocalDate } from './local-date.js';

/** How one public holiday is found in a year, and in which years it exists. */
export interface HolidayRule {
  /** French. */
  readonly name: string;
  /** First and last year of the holiday; absent = without limit. */
  readonly from?: number;
  readonly until?: number;
  readonly on: (year: number) => LocalDate;
}

type Years = Pick<HolidayRule, 'from' | 'until'>;

/** A holiday on the same day of each year. */
export function everyYear(
  name: string,
  month: number,
  day: number,
  years: Years = {},
): HolidayRule {
  return { name, ...years, on: (year) => localDate(year, month, day) };
}

/** A holiday a number of days after Easter Sunday (before it when negative). */
export function afterEaster(name: string, days: number): HolidayRule {
  return { name, on: (year) => addDays(easterSunday(year), days) };
}

/** True when the holiday exists in that year. */
export function existsIn(rule: HolidayRule, year: number): boolean {
  return (rule.from ?? year) <= year && year <= (rule.until ?? year);
}
