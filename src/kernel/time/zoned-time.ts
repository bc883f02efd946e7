import { epochMillis, toInstant } from './instant.js';
import type { Instant } from './instant.js';
import { localDate, partsOf } from './local-date.js';
import type { LocalDate } from './local-date.js';

const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const MILLIS_PER_DAY = 86_400_000;

// Building a formatter costs a hundred times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The moment when the clocks of a zone show a day and a time.
 *
 * A time shown twice (clocks put back) is taken the first time; a time never shown (clocks put forward)
 * is taken as if the clocks had not moved yet, so 02:30 becomes the moment they show 03:30.
 * @param time `HH:MM` or `HH:MM:SS`.
 * @param zone an IANA name.
 * @throws RangeError for another shape of time or an unknown zone.
 */
export function instantAt(date: LocalDate, time: string, zone: string): Instant {
  const [, hours, minutes, seconds = '0'] = TIME.exec(time) ?? [];
  if (hours === undefined) throw new RangeError('A time is HH:MM or HH:MM:SS');
  const { year, month, day } = partsOf(date);
  const shown =
    new Date(0).setUTCFullYear(year, month - 1, day) +
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  // No zone moves its clocks twice within two days: one of these two offsets holds at the time asked.
  const before = offsetAt(shown - MILLIS_PER_DAY, zone);
  const after = offsetAt(shown + MILLIS_PER_DAY, zone);
  const isBefore = offsetAt(shown - before, zone) === before;
  const isAfter = offsetAt(shown - after, zone) === after;
  return toInstant(new Date(shown - (isAfter && !isBefore ? after : before)));
}

/** The civil day of a zone at a moment. */
export function localDateIn(instant: Instant, zone: string): LocalDate {
  const shown = new Date(shownAt(epochMillis(instant), zone));
  return localDate(shown.getUTCFullYear(), shown.getUTCMonth() + 1, shown.getUTCDate());
}

/** What the clocks of a zone show at a moment, `HH:MM`. */
export function localTimeIn(instant: Instant, zone: string): string {
  return new Date(shownAt(epochMillis(instant), zone)).toISOString().slice(11, 16);
}

/** Milliseconds by which the clocks of the zone are ahead of UTC. */
function offsetAt(millis: number, zone: string): number {
  return shownAt(millis, zone) - Math.floor(millis / 1000) * 1000;
}

/** The date and time the zone shows, to the second, read as if it were UTC. */
function shownAt(millis: number, zone: string): number {
  const parts = new Map<string, number>();
  for (const { type, value } of formatterOf(zone).formatToParts(millis)) {
    parts.set(type, Number(value));
  }
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const date = new Date(0);
  date.setUTCFullYear(of('year'), of('month') - 1, of('day'));
  return date.setUTCHours(of('hour'), of('minute'), of('second'));
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, formatter);
  return formatter;
}
