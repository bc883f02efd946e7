import type { ExchangeFile } from '../domain/exchange-file.js';
import type { RowAnomaly } from '../flow/index.js';
import { fileEntry, rowEntry, type AnomalyEntry } from './anomaly-entry.js';
import { INCIDENT_ENTRY } from './incident.js';
import { refusalOf } from './receipt.js';
import { reportCsv } from './report-csv.js';
import { reportHtml, SHOWN_ANOMALIES } from './report-html.js';
import { reportJson } from './report-json.js';
import { subjectOf, type AnomalyGroup } from './report-subject.js';

/** The formats of a report (exchange.md 7.d). */
export const REPORT_FORMATS = ['json', 'csv', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A file of the ledger and what was found in its rows. */
export interface ReportedFile {
  readonly file: ExchangeFile;
  readonly groups: readonly AnomalyGroup[];
  /** By line, root causes first. */
  readonly anomalies: AsyncIterable<RowAnomaly>;
}

/** The report of a file in one format, in pieces; for a file refused at the door, its notice (ARE). */
export async function* reportText(
  reported: ReportedFile,
  format: ReportFormat,
): AsyncGenerator<string> {
  const { file, groups } = reported;
  const entries = entriesOf(reported);
  if (format === 'csv') yield* reportCsv(entries);
  else if (format === 'html') yield reportHtml(subjectOf(file, groups), await firstOf(entries));
  else if (file.state === 'refused') yield `${JSON.stringify(refusalOf(file))}\n`;
  else yield* reportJson(subjectOf(file, groups), entries);
}

/** Faults of the whole file, then of its rows. */
async function* entriesOf({ file, anomalies }: ReportedFile): AsyncGenerator<AnomalyEntry> {
  if (file.state === 'internal-error') yield INCIDENT_ENTRY;
  for (const fault of file.faults) yield fileEntry(fault);
  for await (const anomaly of anomalies) yield rowEntry(anomaly);
}

async function firstOf(entries: AsyncIterable<AnomalyEntry>): Promise<AnomalyEntry[]> {
  const first: AnomalyEntry[] = [];
  for await (const entry of entries) {
    first.push(entry);
    if (first.length === SHOWN_ANOMALIES) break;
  }
  return first;
}
