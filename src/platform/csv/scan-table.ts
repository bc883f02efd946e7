import type { Separator } from './csv-record.js';

/** Where the scanner stands: start of a value, bare value, inside quotes, after a quote, after CR. */
export const START = 0;
export const BARE = 1;
export const QUOTED = 2;
export const CLOSED = 3;
export const AFTER_CR = 4;

/** From here on the value is not a state but something to do. */
export const FIRST_ACTION = 8;
export const END_FIELD = 8;
export const END_RECORD = 9;
export const OPEN_QUOTE = 10;
export const BREAK_IN_QUOTES = 11;
export const CR_IN_QUOTES = 12;
export const MISPLACED_QUOTE = 13;
export const LONE_CR = 14;
export const NUL = 15;

/**
 * Next state or action, indexed by `state * 8 + kind of byte`; the columns are: any other byte,
 * separator, quote, CR, LF, NUL. RFC 4180 without any tolerance (exchange.md 6.3).
 */
export const TRANSITIONS = Uint8Array.from(
  [
    [BARE, END_FIELD, OPEN_QUOTE, AFTER_CR, END_RECORD, NUL, 0, 0],
    [BARE, END_FIELD, MISPLACED_QUOTE, AFTER_CR, END_RECORD, NUL, 0, 0],
    [QUOTED, QUOTED, CLOSED, CR_IN_QUOTES, BREAK_IN_QUOTES, NUL, 0, 0],
    [MISPLACED_QUOTE, END_FIELD, QUOTED, AFTER_CR, END_RECORD, NUL, 0, 0],
    [LONE_CR, LONE_CR, LONE_CR, LONE_CR, END_RECORD, LONE_CR, 0, 0],
  ].flat(),
);

/** Kind of each of the 256 bytes, in the column order of {@link TRANSITIONS}. */
export function byteKinds(separator: Separator): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds[separator.charCodeAt(0)] = 1;
  kinds[0x22] = 2;
  kinds[0x0d] = 3;
  kinds[0x0a] = 4;
  kinds[0x00] = 5;
  return kinds;
}
