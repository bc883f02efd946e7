import type { AnomalyEntry } from './anomaly-entry.js';
import { headOf, type ReportSubject } from './report-subject.js';

type Entries = Iterable<AnomalyEntry> | AsyncIterable<AnomalyEntry>;

/**
 * The report as one JSON object, in pieces: a file may have hundreds of thousands of anomalies. The
 * same file, rules and code lists give the same bytes but for the numbers (exchange.md 7.d).
 * `more` adds members after the known ones.
 */
export async function* reportJson(
  subject: ReportSubject,
  entries: Entries,
  more: Readonly<Record<string, unknown>> = {},
): AsyncGenerator<string> {
  const head = JSON.stringify({ ...headOf(subject), ...more });
  yield `${head.slice(0, -1)},"anomalies":[`;
  let comma = '';
  for await (const entry of entries) {
    yield comma + JSON.stringify(entry);
    comma = ',';
  }
  yield ']}\n';
}
