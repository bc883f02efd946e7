import { countRows, type RowCounters, type RowState } from '../domain/exchange-file.js';
import type { DoorFault } from '../catalogue/index.js';
import type { FileSource } from '../deposit/index.js';
import { mapHeader, type CheckContext, type Flow, type RowAnomaly } from '../flow/index.js';
import { readTable } from '../report/index.js';
import { RowsChecked } from '../use-cases/check-rows.js';

/** What the rows of a file turned out to be; `applied` stands for those that would be looked up. */
export interface CheckedRows {
  readonly counters: RowCounters;
  /** By line, root causes first. */
  readonly anomalies: readonly RowAnomaly[];
  /** Faults of the whole file that its rows show. */
  readonly gates: readonly DoorFault[];
  readonly hasRemarks: boolean;
}

/** Checks every row of a readable file, as the service does before it applies any. */
export async function checkRows(
  source: FileSource,
  format: { readonly encoding: string; readonly separator: string },
  flow: Flow,
  context: CheckContext,
): Promise<CheckedRows> {
  let checked: RowsChecked | undefined;
  const anomalies: RowAnomaly[] = [];
  const settled: RowState[] = [];
  for await (const { header, records } of readTable(source(), format)) {
    checked ??= new RowsChecked(flow, context, mapHeader(flow, header).mapping);
    const batch = checked.add(records);
    for (const anomaly of batch.anomalies) anomalies.push(anomaly);
    for (const { state } of batch.settled) settled.push(state);
  }
  if (!checked) return NOTHING;
  for (const anomaly of checked.end()) anomalies.push(anomaly);
  for (let count = checked.withdrawn.size; count > 0; count -= 1) settled.push('R');
  const { total, hasRemarks } = checked;
  const counters = { ...countRows(settled), read: total, applied: total - settled.length };
  return { counters, anomalies: inOrder(anomalies), gates: checked.gates(), hasRemarks };
}

const NOTHING: CheckedRows = {
  counters: countRows([]),
  anomalies: [],
  gates: [],
  hasRemarks: false,
};

/** The order of the ledger: sorting keeps that of discovery among equals. */
function inOrder(anomalies: readonly RowAnomaly[]): RowAnomaly[] {
  const isCascade = ({ cascadeOf }: RowAnomaly): number => (cascadeOf === null ? 0 : 1);
  return anomalies.toSorted(
    (one, other) => one.line - other.line || isCascade(one) - isCascade(other),
  );
}
