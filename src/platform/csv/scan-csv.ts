import type { CsvNotice, CsvRecord, Separator } from './csv-record.js';
import { CsvScanner } from './csv-scanner.js';

const BATCH_RECORDS = 2_000;
/** Long records leave earlier, so that a batch never weighs more than a few megabytes. */
const BATCH_BYTES = 4 * 1024 * 1024;
const SLICE_BYTES = 64 * 1024;

/** A reading in progress: iterate it once, then ask for its notices. */
export interface CsvScan extends AsyncIterable<CsvRecord[]> {
  /** What was seen without stopping (exchange.md 6.2 and 6.3); complete after the last batch. */
  notices(): CsvNotice[];
}

/**
 * Scans canonical UTF-8 CSV into batches of about 2,000 records, the header being the first record.
 * Memory stays constant whatever the length of the file and the size of the chunks. A leading byte
 * order mark and a `sep=;` line are skipped, blank rows are left out; all are told as notices.
 * Throws a CsvFault at the first fault of structure.
 */
export function scanCsv(
  source: AsyncIterable<Uint8Array>,
  options: { readonly separator: Separator },
): CsvScan {
  const scanner = new CsvScanner(options.separator);
  return {
    notices: () => scanner.notices(),
    [Symbol.asyncIterator]: () => batches(source, scanner),
  };
}

async function* batches(
  source: AsyncIterable<Uint8Array>,
  scanner: CsvScanner,
): AsyncGenerator<CsvRecord[]> {
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
      scanner.push(chunk.subarray(from, from + SLICE_BYTES));
      while (scanner.waiting >= BATCH_RECORDS || scanner.waitingBytes >= BATCH_BYTES) {
        yield scanner.take(BATCH_RECORDS);
      }
    }
  }
  scanner.end();
  while (scanner.waiting > 0) yield scanner.take(BATCH_RECORDS);
}
