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
  readonly day: LocalDate;
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
 * True when a digest is worth a message: something waits, and it is not what the last message said
 * already; once a week it is said again all the same. A message a day with the same figures teaches
 * everybody to read none (peers.md).
 */
export function isWorthSending(
  digest: Digest,
  day: LocalDate,
  last: LastDigest | null,
  territory: TerritoryCode,
): boolean {
  if (digest.length === 0) return false;
  return last === null || !isSame(digest, last.digest) || isFirstOfWeek(territory, day);
}

function isFirstOfWeek(territory: TerritoryCode, day: LocalDate): boolean {
  const monday = addDays(day, 1 - dayOfWeek(day));
  return addWorkingDays(territory, day, -1) < monday;
}

function isSame(one: Digest, other: Digest): boolean {
  return saidBy(one) === saidBy(other);
}

function saidBy(digest: Digest): string {
  return digest
    .flatMap(({ organisation, lines }) => [organisation, ...lines.map(({ text }) => text)])
    .join('\n');
}
