import {
  addDays,
  addWorkingDays,
  dayOfWeek,
  isWorkingDay,
  localDateIn,
  localTimeIn,
  type Instant,
  type LocalDate,
  type TerritoryCode,
} from '../../kernel/index.js';
import type { DigestFrequency } from './digest-frequency.js';
import type { Digest } from './digest.js';

/** When digests leave, on the clock of whoever reads them: before the day begins. */
export const DIGEST_TIME = '07:30';

/** Where somebody works, for what day it is there. */
export interface DigestPlace {
  readonly territory: TerritoryCode;
  /** IANA name. */
  readonly timeZone: string;
}

/** What was sent last. */
export interface LastDigest {
  /** When it was looked at what waited. */
  readonly at: Instant;
  readonly digest: Digest;
}

/**
 * The civil day, in the reader’s zone, whose digest is due at `now`; null before its time, on a day
 * that is not worked in the territory, and on any but the first worked day of the week for a weekly one.
 */
export function digestDay(
  now: Instant,
  { territory, timeZone }: DigestPlace,
  frequency: DigestFrequency,
): LocalDate | null {
  const day = localDateIn(now, timeZone);
  if (frequency === 'JAMAIS' || localTimeIn(now, timeZone) < DIGEST_TIME) return null;
  if (!isWorkingDay(territory, day)) return null;
  return frequency === 'HEBDOMADAIRE' && !isFirstOfWeek(territory, day) ? null : day;
}

/**
 * True when a digest is worth a message: something came in, or what waits is not what the last message
 * said already; once a week it is said again all the same. A message a day with the same figures teaches
 * everybody to read none (peers.md).
 */
export function isWorthSending(
  digest: Digest,
  day: LocalDate,
  last: LastDigest | null,
  territory: TerritoryCode,
): boolean {
  if (digest.length === 0) return false;
  if (last === null || isFirstOfWeek(territory, day)) return true;
  return hasNews(digest) || saidBy(digest) !== saidBy(last.digest);
}

function isFirstOfWeek(territory: TerritoryCode, day: LocalDate): boolean {
  const monday = addDays(day, 1 - dayOfWeek(day));
  return addWorkingDays(territory, day, -1) < monday;
}

function hasNews(digest: Digest): boolean {
  return digest.some(({ lines }) => lines.some(({ isNews }) => isNews));
}

/** What a digest says of what waits. */
function saidBy(digest: Digest): string {
  const said = digest.flatMap(({ organisation, lines }) =>
    lines.filter(({ isNews }) => !isNews).map(({ text }) => `${organisation} ${text}`),
  );
  return said.join('\n');
}
