import type { DoorFault } from '../catalogue/index.js';
import type { ReportHead, RowCounters } from '../domain/exchange-file.js';
import type { RowAnomaly } from '../flow/index.js';
import {
  escaped,
  fileEntry,
  reportCsv,
  reportHtml,
  reportJson,
  rowEntry,
  type AnomalyEntry,
  type AnomalyGroup,
  type ReportSubject,
} from '../report/index.js';
import { CHECKS_NOT_DONE } from './checks-not-done.js';

export const LOCAL_FORMATS = ['json', 'csv', 'html'] as const;
export type LocalFormat = (typeof LOCAL_FORMATS)[number];

/** What a local check found. */
export interface LocalFindings {
  /** False when the file could not be read as a table at all. */
  readonly isReadable: boolean;
  readonly schemaVersion: string | null;
  readonly code: ReportHead['code'];
  readonly counters: RowCounters;
  readonly faults: readonly DoorFault[];
  readonly anomalies: readonly RowAnomaly[];
}

/** The report of a local check: that of the service, without numbers, with what was not checked. */
export function localReport(
  fileName: string,
  findings: LocalFindings,
  format: LocalFormat,
): AsyncIterable<string> {
  const entries = entriesOf(findings);
  if (format === 'csv') return reportCsv(entries);
  const subject = subjectOfFindings(fileName, findings);
  if (format === 'json') {
    return reportJson(subject, entries, { controles_non_faits: CHECKS_NOT_DONE });
  }
  return page(subject, entries);
}

async function* page(
  subject: ReportSubject,
  entries: Iterable<AnomalyEntry>,
): AsyncGenerator<string> {
  const items = CHECKS_NOT_DONE.map((check) => `<li>${escaped(check)}</li>`).join('\n');
  const section = `<section>\n<h2>Contrôles que seul le service peut faire</h2>\n<ul>\n${items}\n</ul>\n</section>`;
  yield reportHtml(subject, [...entries], [section]);
}

function* entriesOf({ faults, anomalies }: LocalFindings): Generator<AnomalyEntry> {
  for (const fault of faults) yield fileEntry(fault);
  for (const anomaly of anomalies) yield rowEntry(anomaly);
}

function subjectOfFindings(fileName: string, findings: LocalFindings): ReportSubject {
  const { code, schemaVersion, counters, faults, anomalies } = findings;
  return {
    report: null,
    receipt: null,
    fileName,
    isTest: /^[A-Z]+_T_/.test(fileName),
    code,
    stage: 'LOCAL',
    schemaVersion,
    counters,
    faults,
    groups: groupsOf(anomalies),
  };
}

/** Counted as the ledger counts them. */
function groupsOf(anomalies: readonly RowAnomaly[]): AnomalyGroup[] {
  const groups = new Map<string, AnomalyGroup>();
  for (const { code, level, column, message, correction } of anomalies) {
    const key = JSON.stringify([code, level, column, message, correction]);
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { code, level, column, message, correction, count });
  }
  return [...groups.values()];
}
