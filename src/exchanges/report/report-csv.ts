import { csvLine, spreadsheetText } from '../../platform/csv/index.js';
import { ENTRY_KEYS, type AnomalyEntry } from './anomaly-entry.js';

/** So that spreadsheets read UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The anomalies of a report as a table for people: one line each, nothing a spreadsheet would run. */
export async function* reportCsv(
  entries: Iterable<AnomalyEntry> | AsyncIterable<AnomalyEntry>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(ENTRY_KEYS);
  for await (const entry of entries) {
    yield csvLine(ENTRY_KEYS.map((key) => spreadsheetText(String(entry[key] ?? ''))));
  }
}
