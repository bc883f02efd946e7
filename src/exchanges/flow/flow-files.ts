import { csvLine } from './csv-text.js';
import { headersOf } from './flow.js';
import type { Flow, RowOf } from './flow.js';

/**
 * The cells of a row, in the order of the columns. Read again, they give the same row without an
 * anomaly: what the service sends passes its own door (exchange.md 7.l).
 */
export function serialiseRow<F extends Flow>(flow: F, row: RowOf<F>): string[] {
  const values: Readonly<Record<string, unknown>> = row;
  return flow.columns.map(({ header, type }) => {
    const value = values[header];
    return value === null || value === undefined ? '' : type.write(value);
  });
}

/** The cells of the samples of a flow, in the order of its columns. */
export function sampleCells(flow: Flow): readonly (readonly string[])[] {
  return flow.samples.map((sample) => headersOf(flow).map((header) => sample[header] ?? ''));
}

/** An empty file to fill in: the header only, UTF-8 without byte order mark. */
export function blankTemplate(flow: Flow): Uint8Array {
  return new TextEncoder().encode(csvLine(headersOf(flow)));
}

/** A valid file about fictitious people. */
export function sampleFile(flow: Flow): Uint8Array {
  const lines = [headersOf(flow), ...sampleCells(flow)].map(csvLine);
  return new TextEncoder().encode(lines.join(''));
}
