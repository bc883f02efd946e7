import {
  addDays,
  addMonthsToDate,
  ageOn,
  parseLocalDate,
  partsOf,
  type LocalDate,
} from '../../kernel/index.js';

/**
 * The last day of a period of months counted from day to day: twelve months from 1 September end on
 * 31 August. Where the last month has no such day, its own last one: 29 February plus twelve months
 * end on 28 February.
 */
export function lastDayWithin(startsOn: LocalDate, months: number): LocalDate {
  const sameDay = addMonthsToDate(startsOn, months);
  const isShortened = partsOf(sameDay).day < partsOf(startsOn).day;
  return isShortened ? sameDay : addDays(sameDay, -1);
}

/**
 * The birthday of an age. Someone born on 29 February has it on 1 March of a common year. A birth
 * date known in part only is read as early as possible: a warning comes rather too early.
 */
export function birthdayOf(birthDate: string, years: number): LocalDate | null {
  const birth = parseLocalDate(birthDate.replaceAll('-00', '-01'));
  if (birth === undefined) return null;
  const anniversary = addMonthsToDate(birth, years * 12);
  return ageOn(birth, anniversary) < years ? addDays(anniversary, 1) : anniversary;
}
