import { isBlankRow, mapHeader, type Flow, type RowAnomaly } from '../flow/index.js';
import { AnomaliesByLine } from './anomalies-by-line.js';
import type { TablePart } from './read-table.js';
import { RejectsCsv } from './rejects-csv.js';

/** What the rejects of a file are made of. */
export interface RejectsSource {
  readonly flow: Flow;
  readonly parts: AsyncIterable<TablePart>;
  /** Lines of the rejected rows; null when the whole file was rejected. */
  readonly lines: ReadonlySet<number> | null;
  /** By line. */
  readonly anomalies: AsyncIterable<RowAnomaly>;
}

/** The rejects file, in pieces. */
export async function* rejectedRows(source: RejectsSource): AsyncGenerator<string> {
  const { flow, parts, lines } = source;
  const anomalies = new AnomaliesByLine(source.anomalies);
  let csv: RejectsCsv | undefined;
  for await (const { header, records } of parts) {
    if (!csv) {
      csv = new RejectsCsv(flow, mapHeader(flow, header).mapping);
      yield csv.header();
    }
    for (const { line, cells } of records) {
      const isRejected = lines ? lines.has(line) : !isBlankRow(cells);
      if (isRejected) yield csv.line(cells, await anomalies.of(line));
    }
  }
}
