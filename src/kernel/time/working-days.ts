import { holidays } from './holidays.js';
import { addDays, dayOfWeek, partsOf } from './local-date.js';
import type { LocalDate } from './local-date.js';
import type { TerritoryCode } from './territory.js';

const SATURDAY = 6;

// A file of thousands of rows asks for the same few years again and again.
const holidayDates = new Map<string, ReadonlySet<LocalDate>>();

/** True from Monday to Friday but on the public holidays of the territory (exchange.md 7.a). */
export function isWorkingDay(territory: TerritoryCode, date: LocalDate): boolean {
  return dayOfWeek(date) < SATURDAY && !holidaysOfYear(territory, partsOf(date).year).has(date);
}

/** The day itself when it is worked, else the first worked one after it. */
export function nextWorkingDay(territory: TerritoryCode, date: LocalDate): LocalDate {
  return firstWorkingDay(territory, date, 1);
}

/**
 * The day `days` working days after `date`, which itself does not count: one working day after a
 * Friday, a Saturday or a Sunday is the Monday. 0 gives `nextWorkingDay`; a negative number counts
 * backwards.
 * @throws RangeError when `days` is not an integer.
 */
export function addWorkingDays(territory: TerritoryCode, date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError('Working days are counted one by one');
  if (days === 0) return nextWorkingDay(territory, date);
  const step = days > 0 ? 1 : -1;
  let reached = date;
  for (let left = Math.abs(days); left > 0; left -= 1) {
    reached = firstWorkingDay(territory, addDays(reached, step), step);
  }
  return reached;
}

function firstWorkingDay(territory: TerritoryCode, start: LocalDate, step: 1 | -1): LocalDate {
  let date = start;
  while (!isWorkingDay(territory, date)) date = addDays(date, step);
  return date;
}

function holidaysOfYear(territory: TerritoryCode, year: number): ReadonlySet<LocalDate> {
  const key = `${territory} ${year}`;
  const known = holidayDates.get(key);
  if (known) return known;
  const dates = new Set(holidays(territory, year).map((holiday) => holiday.date));
  holidayDates.set(key, dates);
  return dates;
}
