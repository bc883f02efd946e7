import type { StreamableFile } from '@nestjs/common';
import type { ExchangeFile } from '../domain/exchange-file.js';
import {
  fileEntry,
  reportCsv,
  reportHtml,
  reportJson,
  rowEntry,
  SHOWN_ANOMALIES,
  subjectOf,
  type AnomalyEntry,
} from '../report/index.js';
import type { ExchangeReport } from '../use-cases/consult-exchanges.js';
import { refusalProblem } from './receipt.view.js';
import type { ReportFormat } from './report-format.js';
import { textFile } from './text-file.js';

/** True once there is something to tell: before, the present step is all there is. */
export function isReported({ state }: ExchangeFile): boolean {
  return state !== 'registered' && state !== 'internal-error';
}

/** The report of a file in one format; for a file refused at the door, its notice (ARE). */
export async function presentReport(
  report: ExchangeReport,
  format: ReportFormat,
): Promise<StreamableFile> {
  const { file } = report;
  const entries = entriesOf(report);
  if (format === 'csv') return textFile(reportCsv(entries), 'text/csv', `CRM_${nameOf(file)}`);
  const subject = subjectOf(file, report.groups);
  if (format === 'html') {
    const page = reportHtml(subject, await firstOf(entries));
    return textFile(piecesOf(page), 'text/html');
  }
  const pieces = file.state === 'refused' ? refusalText(file) : reportJson(subject, entries);
  return textFile(pieces, 'application/json');
}

/** Faults of the whole file, then of its rows. */
async function* entriesOf({ file, anomalies }: ExchangeReport): AsyncGenerator<AnomalyEntry> {
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

async function* refusalText(file: ExchangeFile): AsyncGenerator<string> {
  const { id, are, receivedAt, code, detail, errors } = refusalProblem(file);
  yield `${JSON.stringify({ id, are, receivedAt, code, detail, errors })}\n`;
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text;
}

function nameOf({ fileName, number }: ExchangeFile): string {
  return fileName ?? `${number}.csv`;
}
