import type { FieldIssue, LocalDate } from '../../kernel/index.js';
import { minorRefusal, type Guardianship, type MinorRefusal } from './age.rules.js';
import type { BirthDate } from './birth-date.js';

/**
 * Pure: what is missing before anything of a minor is sent, on the fields that say who answers for them
 * (PRV-05); nothing for an adult of that day.
 */
export function guardianshipIssues(
  birthDate: BirthDate,
  today: LocalDate,
  guardianship: Guardianship | null,
): FieldIssue[] {
  const refusal = minorRefusal(birthDate, today, guardianship);
  if (refusal === undefined) return [];
  const [field, detail] = GUARDIANSHIP_WORDS[refusal];
  return [{ pointer: `/guardianship/${field}`, code: MINOR, detail }];
}

/** Code of an issue that whoever answers for a minor has to settle. */
export const MINOR = 'MINEUR';

const GUARDIANSHIP_WORDS = {
  'representative-missing': [
    'hasRepresentative',
    'Confirmez que le représentant légal du jeune mineur est connu de votre mission locale.',
  ],
  'authorisation-missing': [
    'authorisation',
    'Un jeune mineur n’est orienté qu’avec l’autorisation de son représentant légal.',
  ],
} as const satisfies Record<MinorRefusal, readonly [string, string]>;
