import { parseMonth } from '../../kernel/index.js';
import type { Presence } from './volunteer.js';

/** Pure: a month of presence in one word, as the months that stand are kept: `2026-11/O/N`. */
export function monthText({ month, isInService, isLongAbsent }: Presence): string {
  return [month, ...[isInService, isLongAbsent].map((is) => (is ? 'O' : 'N'))].join('/');
}

/** Pure: the same back; null for a word that is none. */
export function parseMonthText(text: string): Presence | null {
  const [on = '', isInService, isLongAbsent] = text.split('/');
  const month = parseMonth(on);
  return month
    ? { month, isInService: isInService === 'O', isLongAbsent: isLongAbsent === 'O' }
    : null;
}
