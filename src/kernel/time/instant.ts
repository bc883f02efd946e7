import type { Branded } from '../brand.js';
import { parseLocalDate } from './local-date.js';

/**
 * A moment, in UTC with milliseconds: `2026-11-22T00:10:00.000Z`, years 0001 to 9999. The order of
 * strings is the order of moments.
 */
export type Instant = Branded<'Instant'>;

const ISO_WITH_OFFSET =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * The moment a `Date` holds.
 * @throws RangeError for an invalid date, or one outside the years 0001 to 9999.
 */
export function toInstant(date: Date): Instant {
  if (!isInCalendar(date)) throw new RangeError('An instant is in the years 0001 to 9999');
  return date.toISOString() as Instant;
}

/**
 * Reads an ISO 8601 date and time with its offset or `Z` (`2026-12-02T09:14:07+04:00`); nothing for
 * another shape, a day that does not exist, or a text without offset, whose moment is unknown.
 */
export function parseInstant(text: string): Instant | undefined {
  const day = ISO_WITH_OFFSET.exec(text)?.[1];
  if (day === undefined || parseLocalDate(day) === undefined) return undefined;
  const date = new Date(text);
  return isInCalendar(date) ? toInstant(date) : undefined;
}

/** Milliseconds since 1 January 1970 UTC. */
export function epochMillis(instant: Instant): number {
  return Date.parse(instant);
}

/** The moment `millis` milliseconds later (earlier when negative). */
export function addMillis(instant: Instant, millis: number): Instant {
  return toInstant(new Date(epochMillis(instant) + millis));
}

function isInCalendar(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999;
}
