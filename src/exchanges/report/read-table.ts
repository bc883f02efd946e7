import {
  scanCsv,
  toUtf8,
  type CsvRecord,
  type EncodingName,
  type Separator,
} from '../../platform/csv/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';

/** Some records of a table, and its header. */
export interface TablePart {
  readonly header: readonly string[];
  readonly records: readonly CsvRecord[];
}

/** Reads again the bytes of a file that was once read as a table. */
export async function* readTable(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, separator }: Pick<ExchangeFile, 'encoding' | 'separator'>,
): AsyncGenerator<TablePart> {
  // What the ledger keeps was found by the same reader.
  const text = toUtf8(bytes, (encoding ?? 'utf-8') as EncodingName);
  const scan = scanCsv(text, { separator: (separator ?? ';') as Separator });
  let header: readonly string[] | undefined;
  for await (const batch of scan) {
    const records = header ? batch : batch.slice(1);
    header ??= batch[0]?.cells ?? [];
    yield { header, records };
  }
}
