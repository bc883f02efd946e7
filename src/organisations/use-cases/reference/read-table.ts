import {
  CsvFault,
  detectEncoding,
  detectSeparator,
  realTypeOf,
  scanCsv,
  toUtf8,
} from '../../../platform/csv/index.js';
import type { TableFault, TableRecord } from '../../domain/table-reading.js';

/** The records of a file, or why it cannot be read. */
export type TableScan =
  { readonly records: readonly TableRecord[] } | { readonly fault: TableFault };

/** Bytes in which a separator is looked for. */
const HEAD_BYTES = 64 * 1024;

/**
 * Reads a table as spreadsheets write it: separator and encoding are found, a byte order mark and CRLF
 * are expected, anything else is refused with its line (exchange.md 6.2 and 6.3).
 */
export async function readTable(bytes: Buffer, columns: readonly string[]): Promise<TableScan> {
  if (realTypeOf(bytes) !== 'text') {
    const said =
      'Ce fichier n’est pas un CSV : dans le tableur, enregistrez-le sous « CSV UTF-8 ».';
    return { fault: { line: null, column: null, said } };
  }
  if (bytes.toString('latin1').trim() === '') {
    return { fault: { line: null, column: null, said: 'Ce fichier est vide.' } };
  }
  try {
    return { records: await scanned(bytes, columns) };
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    return { fault: { line: error.line ?? null, column: null, said: error.message } };
  }
}

async function scanned(bytes: Buffer, columns: readonly string[]): Promise<TableRecord[]> {
  const { encoding } = await detectEncoding(once(bytes));
  const parts: Uint8Array[] = [];
  for await (const part of toUtf8(once(bytes), encoding)) parts.push(part);
  const text = Buffer.concat(parts);
  const { separator } = detectSeparator(text.subarray(0, HEAD_BYTES), [columns]);
  const records: TableRecord[] = [];
  for await (const batch of scanCsv(once(text), { separator })) {
    for (const { line, cells } of batch) records.push({ line, cells });
  }
  return records;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
