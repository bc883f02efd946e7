import type { LocalDate } from '../../kernel/index.js';
import { shortDate } from '../../platform/french/index.js';
import { isPartialBirthDate, type BirthDate } from '../domain/birth-date.js';

/** A date of birth in words, known in part or in full. */
export function birthWords(birthDate: string): string {
  return isPartialBirthDate(birthDate as BirthDate)
    ? 'connue en partie'
    : shortDate(birthDate as LocalDate);
}
