import type { LocalDate } from '../../../kernel/index.js';
import { isMinorOn, parseBirthDate } from '../../../people/index.js';
import type { FormValues } from '../../../platform/pages/index.js';

/** True when the form describes somebody under 18; a date that cannot be read says nothing. */
export function isMinorIn(form: FormValues, today: LocalDate): boolean {
  const birthDate = parseBirthDate(form.date('naissance') ?? '');
  return birthDate !== undefined && isMinorOn(birthDate, today);
}
