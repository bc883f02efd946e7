import {
  addDays,
  addMonthsToDate,
  ageOn,
  lastDay,
  localDateIn,
  monthOf,
} from '../../kernel/index.js';
import type { FieldIssue, Instant, LocalDate } from '../../kernel/index.js';
import { latestBirth } from './birth-date.js';
import type { BirthDate } from './birth-date.js';

/** Age of majority in France (code civil, art. 414). */
export const MAJORITY = 18;

/** Ages outside which a day of birth is a mistake, whatever the scheme (domain.md 2.1). */
const POSSIBLE_AGES = { from: 14, to: 35 };

/** Ages that no scheme knows stop a referral, and a correction; `pointer` is where the birth date was said. */
export function ageIssues(birth: LocalDate, on: LocalDate, pointer: string): FieldIssue[] {
  const age = ageOn(birth, on);
  if (age >= POSSIBLE_AGES.from && age <= POSSIBLE_AGES.to) return [];
  const detail = 'L’âge obtenu n’est pas possible : vérifiez la date de naissance.';
  return [{ pointer, code: 'AGE_IMPOSSIBLE', detail }];
}

/** What is known of the person who answers for a minor. */
export interface Guardianship {
  readonly hasRepresentative: boolean;
  readonly authorisation: 'given' | 'refused' | 'awaited';
}

export type MinorRefusal = 'representative-missing' | 'authorisation-missing';

/**
 * True when the person is under 18 at that moment, on the calendar of the place where they live
 * (trust.md PRV-05). A partial birth date is read as late as possible: in doubt, a minor.
 */
export function isMinorAt(birthDate: BirthDate, at: Instant, zone: string): boolean {
  return isMinorOn(birthDate, localDateIn(at, zone));
}

/** True when the person is under 18 on that civil day of theirs. */
export function isMinorOn(birthDate: BirthDate, on: LocalDate): boolean {
  return ageOn(latestBirth(birthDate), on) < MAJORITY;
}

/**
 * The latest birth date, as text, of whoever is 18 on a day: written with `-99` for `-00`, a greater one is
 * a minor's. The last day of a month takes in those of whom only that month is known, the last of a year
 * those of whom only the year is.
 */
export function grownUpText(on: LocalDate): string {
  const birth = addMonthsToDate(on, -12 * MAJORITY);
  if (birth !== lastDay(monthOf(birth))) return birth;
  return birth.endsWith('-12-31') ? `${birth.slice(0, 4)}-99-99` : `${birth.slice(0, 7)}-99`;
}

/**
 * The first day of majority: from its first minute in the person's zone, the representative's access
 * and data stop. Someone born on 29 February comes of age on 1 March of a common year.
 */
export function majorityOn(birthDate: BirthDate): LocalDate {
  const birth = latestBirth(birthDate);
  const anniversary = addMonthsToDate(birth, MAJORITY * 12);
  return ageOn(birth, anniversary) < MAJORITY ? addDays(anniversary, 1) : anniversary;
}

/**
 * Why the data of a person may not be transmitted yet because of their age; nothing for an adult, or
 * for a minor whose representative is recorded and gave the authorisation.
 */
export function minorRefusal(
  birthDate: BirthDate,
  on: LocalDate,
  guardianship: Guardianship | null,
): MinorRefusal | undefined {
  if (!isMinorOn(birthDate, on)) return undefined;
  if (!guardianship?.hasRepresentative) return 'representative-missing';
  return guardianship.authorisation === 'given' ? undefined : 'authorisation-missing';
}
