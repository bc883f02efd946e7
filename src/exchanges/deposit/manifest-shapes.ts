import { parseInstant } from '../../kernel/index.js';
import type { Instant, LocalDate, Month } from '../../kernel/index.js';
import { parsePeriod, periodShape } from './file-name.js';
import type { FileNature } from './file-name.js';
import { isObject } from './manifest-reader.js';
import type { Shape } from './manifest-reader.js';

const SHOWN_TEXT = 200;
const CONTROL_SUM_DIGITS = 15;

/** A text of a given form. */
export function textLike(pattern: RegExp, expected: string): Shape<string> {
  const read = (value: unknown): string | undefined =>
    typeof value === 'string' && pattern.test(value) ? value : undefined;
  return { expected, read };
}

/** A text that is not empty, of at most 200 characters on one line. */
export function anyText(expected: string): Shape<string> {
  const read = (value: unknown): string | undefined =>
    typeof value === 'string' && /^[^\p{Cc}]+$/u.test(value) && value.length <= SHOWN_TEXT
      ? value
      : undefined;
  return { expected, read };
}

/** One of a few texts. */
export function oneOf<const Value extends string>(values: readonly Value[]): Shape<Value> {
  const expected = `l’une des valeurs ${values.join(', ')}`;
  return { expected, read: (value) => values.find((known) => known === value) };
}

/** A whole number from `least` up. */
export function wholeNumber(least: number, expected: string, most = 1e9): Shape<number> {
  const read = (value: unknown): number | undefined =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : undefined;
  return { expected, read };
}

/** A period of the kind the nature asks for. */
export function periodOf(nature: FileNature): Shape<LocalDate | Month> {
  const read = (value: unknown): LocalDate | Month | undefined =>
    typeof value === 'string' ? parsePeriod(value, nature) : undefined;
  return { expected: periodShape(nature), read };
}

export const MOMENT: Shape<Instant> = {
  expected: 'une date et une heure avec le décalage horaire, comme 2026-12-02T09:14:07+04:00',
  read: (value) => (typeof value === 'string' ? parseInstant(value) : undefined),
};

/** A sum of at most 15 digits, written as a text or as a number; read without its leading zeros. */
export const CONTROL_SUM: Shape<string> = {
  expected: `un nombre entier de ${CONTROL_SUM_DIGITS} chiffres au plus`,
  read: (value) => {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && /^\d{1,15}$/.test(text) ? String(BigInt(text)) : undefined;
  },
};

/** Numbers of rows by code of recipient. */
export const ROWS_BY_RECIPIENT: Shape<Readonly<Record<string, number>>> = {
  expected: 'un nombre de lignes pour chaque code de destinataire',
  read: (value) => {
    if (!isObject(value)) return undefined;
    const counts: Record<string, number> = Object.create(null);
    for (const [code, count] of Object.entries(value)) {
      if (!/^[A-Z0-9-]{0,14}$/.test(code) || typeof count !== 'number') return undefined;
      if (!Number.isInteger(count) || count < 0) return undefined;
      counts[code] = count;
    }
    return counts;
  },
};
