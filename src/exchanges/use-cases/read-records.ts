import { scanCsv, toUtf8, type CsvRecord } from '../../platform/csv/index.js';
import type { EncodingName, Separator } from '../../platform/csv/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import type { ContentStore } from './ports.js';

/** The data records of a stored file, header left out, batch by batch. */
export async function* readRecords(
  contents: ContentStore,
  file: ExchangeFile,
): AsyncGenerator<{ header: readonly string[]; records: readonly CsvRecord[] }> {
  const bytes = toUtf8(contents.read(file.id), (file.encoding ?? 'utf-8') as EncodingName);
  const scan = scanCsv(bytes, { separator: (file.separator ?? ';') as Separator });
  let header: readonly string[] | undefined;
  for await (const batch of scan) {
    const records = header ? batch : batch.slice(1);
    header ??= batch[0]?.cells ?? [];
    yield { header, records };
  }
}
