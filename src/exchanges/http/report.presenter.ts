import type { StreamableFile } from '@nestjs/common';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { reportText, type ReportedFile, type ReportFormat } from '../report/index.js';
import { textFile } from './text-file.js';

/** True once there is something to tell: before, the present step is all there is. */
export function isReported({ state }: ExchangeFile): boolean {
  return state !== 'registered';
}

const TYPES = { json: 'application/json', csv: 'text/csv', html: 'text/html' } as const;

/** The report of a file in one format; a table is offered as a file to keep. */
export function presentReport(reported: ReportedFile, format: ReportFormat): StreamableFile {
  const { fileName, number } = reported.file;
  const kept = format === 'csv' ? `CRM_${fileName ?? `${number}.csv`}` : undefined;
  return textFile(reportText(reported, format), TYPES[format], kept);
}
