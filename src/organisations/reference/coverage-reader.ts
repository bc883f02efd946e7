import { createReadStream } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../platform/config/index.js';
import { scanCsv } from '../../platform/csv/index.js';
import { readCoverage } from '../domain/coverage-file.js';
import type { CoverageReading, CoverageRecord } from '../domain/coverage-file.js';

const SHIPPED_COVERAGE = 'src/organisations/reference/coverage-2026-01.csv';

/** Path of the coverage shipped with the project, in force from 1 January 2026. */
export function shippedCoveragePath(): string {
  return path.join(projectRoot(), SHIPPED_COVERAGE);
}

/**
 * Reads a coverage file: CSV in `;`, UTF-8, byte order mark accepted (contract.md 6).
 * @throws CsvFault when the structure of the CSV itself is broken.
 */
export async function readCoverageFile(file: string): Promise<CoverageReading> {
  const records: CoverageRecord[] = [];
  for await (const batch of scanCsv(createReadStream(file), { separator: ';' })) {
    for (const { line, cells } of batch) records.push({ line, cells });
  }
  return readCoverage(records);
}
