import type { Branded } from '../brand.js';

/**
 * A civil day `YYYY-MM-DD` of the Gregorian calendar, years 0001 to 9999, in no time zone. The order
 * of strings is the order of days.
 */
export type LocalDate = Branded<'LocalDate'>;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLIS_PER_DAY = 86_400_000;

/** Year, month (1-12) and day of a civil day. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Reads `YYYY-MM-DD`; nothing for another shape or a day that does not exist. Never leaves the reading
 * to `Date`, which turns 30 February into 2 March.
 */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDay(parts) ? (text as LocalDate) : undefined;
}

/**
 * Builds a civil day.
 * @throws RangeError when the day does not exist.
 */
export function localDate(year: number, month: number, day: number): LocalDate {
  const date = parseLocalDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
  if (date === undefined) throw new RangeError('This day is not in the calendar');
  return date;
}

/** The numbers of a civil day. */
export function partsOf(date: LocalDate): DateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** True for the years with a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days of a month (1-12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * The day `days` later (earlier when negative).
 * @throws RangeError outside the years 0001 to 9999.
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = new Date((dayNumber(date) + days) * MILLIS_PER_DAY);
  return localDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** Days from `start` to `end`: 1 for the next day, negative when `end` is before. */
export function daysBetween(start: LocalDate, end: LocalDate): number {
  return dayNumber(end) - dayNumber(start);
}

/** Day of the week, 1 = Monday to 7 = Sunday. */
export function dayOfWeek(date: LocalDate): number {
  // 1 January 1970, day number 0, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/**
 * Full years of age on a day. Someone born on 29 February is a year older on 1 March in common years.
 * Negative when `on` is before the birth, so that such a date fails any lower limit of age.
 */
export function ageOn(birth: LocalDate, on: LocalDate): number {
  const years = partsOf(on).year - partsOf(birth).year;
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day) / MILLIS_PER_DAY;
}

function isRealDay({ year, month, day }: DateParts): boolean {
  if (year < 1 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
