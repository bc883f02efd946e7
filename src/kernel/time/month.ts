import type { Branded } from '../brand.js';
import { daysInMonth, localDate, partsOf } from './local-date.js';
import type { LocalDate } from './local-date.js';

/** A civil month `YYYY-MM`, years 0001 to 9999. The order of strings is the order of months. */
export type Month = Branded<'Month'>;

const SHAPE = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/;

/** Reads `YYYY-MM`; nothing for another shape or a month that does not exist. */
export function parseMonth(text: string): Month | undefined {
  return SHAPE.test(text) ? (text as Month) : undefined;
}

/** The month of a day. */
export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month;
}

/**
 * The month `months` later (earlier when negative).
 * @throws RangeError outside the years 0001 to 9999.
 */
export function addMonths(month: Month, months: number): Month {
  const { year, month: number } = partsOf(firstDay(month));
  const index = year * 12 + number - 1 + months;
  return monthOf(localDate(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1));
}

/** The first day of a month. */
export function firstDay(month: Month): LocalDate {
  return `${month}-01` as LocalDate;
}

/** The last day of a month. */
export function lastDay(month: Month): LocalDate {
  const { year, month: number } = partsOf(firstDay(month));
  return localDate(year, number, daysInMonth(year, number));
}

/**
 * The same day `months` later, or the last day of that month when it has no such day: 31 January plus
 * one month is 28 or 29 February.
 */
export function addMonthsToDate(date: LocalDate, months: number): LocalDate {
  const last = lastDay(addMonths(monthOf(date), months));
  const { year, month, day } = partsOf(last);
  return localDate(year, month, Math.min(day, partsOf(date).day));
}

/** The last day of the month that comes `months` after the month of `date` (0 = the same month). */
export function lastDayOfMonthAfter(date: LocalDate, months: number): LocalDate {
  return lastDay(addMonths(monthOf(date), months));
}
