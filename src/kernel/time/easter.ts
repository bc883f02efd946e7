import { localDate } from './local-date.js';
import type { LocalDate } from './local-date.js';

/**
 * Easter Sunday of the Gregorian calendar: the Sunday after the ecclesiastical full moon that falls on
 * or after 21 March. Years 1583 to 9999.
 */
export function easterSunday(year: number): LocalDate {
  const century = Math.floor(year / 100);
  const moon = daysToFullMoon(year % 19, century);
  const sunday = daysToSunday(year % 100, century, moon);
  // The last possible Sundays would break the tables of the calendar: they come a week earlier.
  const excess = Math.floor(((year % 19) + 11 * moon + 22 * sunday) / 451);
  const daysAfter22March = moon + sunday - 7 * excess;
  return daysAfter22March <= 9
    ? localDate(year, 3, 22 + daysAfter22March)
    : localDate(year, 4, daysAfter22March - 9);
}

/** Days from 21 March to the full moon, by the place of the year in the 19-year cycle of the moon. */
function daysToFullMoon(cycleYear: number, century: number): number {
  const leapDaysDropped = century - Math.floor(century / 4);
  const moonShift = Math.floor((8 * century + 13) / 25);
  return (19 * cycleYear + leapDaysDropped - moonShift + 15) % 30;
}

/** Days from the day after the full moon to the Sunday that follows. */
function daysToSunday(yearOfCentury: number, century: number, moon: number): number {
  const leapYears = Math.floor(yearOfCentury / 4);
  const weekdayShift = 2 * (century % 4) + 2 * leapYears - (yearOfCentury % 4);
  return (((32 + weekdayShift - moon) % 7) + 7) % 7;
}
