import { partsOf, type LocalDate } from '../../kernel/index.js';
import type { TypedDate } from '../../platform/pages/index.js';

/** A day as somebody would type it in its three fields. */
export function typedDay(date: LocalDate): TypedDate {
  const { day, month, year } = partsOf(date);
  return { day: String(day), month: String(month), year: String(year) };
}
