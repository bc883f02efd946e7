import type { Separator } from './csv-record.js';

/** A cell of a record: where the record stands in the canonical bytes, and which cell of it, from 0. */
export interface CellPlace {
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly cell: number;
}

/** What an erased cell is full of: a character that no text holds, of one byte in every encoding we read. */
export const ERASED = '\u007f';

const FILL = 0x7f;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The same bytes with these cells written over, everything else where it was: records keep their places.
 * `places` come in the order of the bytes.
 */
export async function* eraseCells(
  source: AsyncIterable<Uint8Array>,
  places: readonly CellPlace[],
  separator: Separator,
): AsyncGenerator<Uint8Array> {
  const mark = separator.charCodeAt(0);
  let kept = Buffer.alloc(0);
  let start = 0;
  let next = 0;
  for await (const chunk of source) {
    kept = Buffer.concat([kept, chunk]);
    const end = start + kept.length;
    for (let place = places[next]; place && place.byteEnd <= end; place = places[next]) {
      erase(kept.subarray(place.byteStart - start, place.byteEnd - start), place.cell, mark);
      next += 1;
    }
    // A record that is not whole yet waits for the next bytes.
    const until = Math.min(places[next]?.byteStart ?? end, end) - start;
    yield kept.subarray(0, until);
    kept = kept.subarray(until);
    start += until;
  }
  if (kept.length > 0) yield kept;
}

/** Writes over one cell of a record; its quotes stay, so that the record keeps its shape. */
function erase(record: Buffer, wanted: number, separator: number): void {
  let cell = 0;
  let isQuoted = false;
  for (let at = 0; at < record.length; at += 1) {
    const byte = record[at];
    if (byte === QUOTE) {
      isQuoted = !isQuoted;
    } else if (byte === separator && !isQuoted) {
      cell += 1;
    } else if (cell === wanted && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) {
      record[at] = FILL;
    }
  }
}
