import { daysBetween, lastDay, localDate, monthOf, parseLocalDate } from '../../kernel/index.js';
import type { Branded, LocalDate } from '../../kernel/index.js';

/**
 * A day of birth as civil status knows it: `YYYY-MM-DD`, or `YYYY-MM-00` and `YYYY-00-00` when the
 * day, or the month and the day, are unknown (exchange.md 7.a, block I).
 */
export type BirthDate = Branded<'BirthDate'>;

const PARTIAL = /^(?!0000)\d{4}-(?:00|0[1-9]|1[0-2])-00$/;
const CLOSE_DAYS = 10;
const CLOSE_YEARS = 10;

/** What two days of birth say of each other (exchange.md 7.f rule 8). */
export type BirthDateKinship =
  | 'exact'
  /** One is partial; year and month agree. */
  | 'same-month-known'
  /** One is partial; the year agrees and nothing more is known. */
  | 'same-year-known'
  /** A likely slip: day and month swapped, one digit, at most ten days, or the same day ten years off. */
  | 'typo'
  | 'same-year'
  | 'different';

/** Reads a full or partial day of birth; nothing for another shape or a day that does not exist. */
export function parseBirthDate(text: string): BirthDate | undefined {
  const isRead = PARTIAL.test(text) || parseLocalDate(text) !== undefined;
  return isRead ? (text as BirthDate) : undefined;
}

/** True when the day, or the month and the day, are unknown. */
export function isPartialBirthDate(birthDate: BirthDate): boolean {
  return birthDate.endsWith('-00');
}

/** The last day on which the person may have been born: the careful reading for a minimum age. */
export function latestBirth(birthDate: BirthDate): LocalDate {
  const full = parseLocalDate(birthDate);
  if (full !== undefined) return full;
  const month = birthDate.slice(5, 7);
  const year = Number(birthDate.slice(0, 4));
  return lastDay(monthOf(localDate(year, month === '00' ? 12 : Number(month), 1)));
}

/** Compares two days of birth; of partial ones, only the known parts. */
export function compareBirthDates(one: BirthDate, other: BirthDate): BirthDateKinship {
  if (one === other && !isPartialBirthDate(one)) return 'exact';
  const first = parseLocalDate(one);
  const second = parseLocalDate(other);
  if (first === undefined || second === undefined) return comparePartial(one, other);
  if (isLikelyTypo(first, second)) return 'typo';
  return first.slice(0, 4) === second.slice(0, 4) ? 'same-year' : 'different';
}

function comparePartial(one: BirthDate, other: BirthDate): BirthDateKinship {
  if (one.slice(0, 4) !== other.slice(0, 4)) return 'different';
  const months = [one.slice(5, 7), other.slice(5, 7)];
  if (months.includes('00')) return 'same-year-known';
  return months[0] === months[1] ? 'same-month-known' : 'same-year';
}

function isLikelyTypo(one: LocalDate, other: LocalDate): boolean {
  const swapped = `${one.slice(0, 4)}-${one.slice(8)}-${one.slice(5, 7)}`;
  let digitsApart = 0;
  for (let index = 0; index < one.length; index += 1) {
    if (one[index] !== other[index]) digitsApart += 1;
  }
  const yearsApart = Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4)));
  return (
    swapped === other ||
    digitsApart === 1 ||
    Math.abs(daysBetween(one, other)) <= CLOSE_DAYS ||
    (one.slice(4) === other.slice(4) && yearsApart === CLOSE_YEARS)
  );
}
