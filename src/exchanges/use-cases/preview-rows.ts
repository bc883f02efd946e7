import type { FileSource } from '../deposit/index.js';
import type { DoorFault } from '../catalogue/index.js';
import { mapHeader, type CheckContext, type Flow, type RowAnomaly } from '../flow/index.js';
import { readTable, type AnomalyGroup } from '../report/index.js';
import { RowsChecked } from './check-rows.js';

/** Anomalies shown before a deposit; the report tells them all. */
const SHOWN = 20;

/** What the rows of a file show by themselves, before any case is looked up. */
export interface PreviewedRows {
  readonly read: number;
  readonly rejected: number;
  /** By what there is to correct, the most frequent first. */
  readonly groups: readonly AnomalyGroup[];
  /** Those of the first lines. */
  readonly first: readonly RowAnomaly[];
  /** Faults of the whole file that its rows show. */
  readonly gates: readonly DoorFault[];
}

/** Checks every row as the processing does first, and keeps little of what it finds. */
export async function previewRows(
  source: FileSource,
  format: { readonly encoding: string; readonly separator: string },
  flow: Flow,
  context: CheckContext,
): Promise<PreviewedRows> {
  const found = new Findings();
  let checked: RowsChecked | undefined;
  let rejected = 0;
  for await (const { header, records } of readTable(source(), format)) {
    checked ??= new RowsChecked(flow, context, mapHeader(flow, header).mapping);
    const batch = checked.add(records);
    found.add(batch.anomalies);
    rejected += batch.settled.filter(({ state }) => state === 'R').length;
  }
  if (!checked) return { read: 0, rejected: 0, groups: [], first: [], gates: [] };
  found.add(checked.end());
  return {
    read: checked.total,
    rejected: rejected + checked.withdrawn.size,
    groups: found.groups(),
    first: found.first(),
    gates: checked.gates(),
  };
}

/** Anomalies counted by what there is to correct, and those of the first lines. */
class Findings {
  private readonly counted = new Map<string, AnomalyGroup>();
  private kept: RowAnomaly[] = [];

  add(anomalies: readonly RowAnomaly[]): void {
    for (const { code, level, column, message, correction } of anomalies) {
      const key = JSON.stringify([code, level, column, message, correction]);
      const count = (this.counted.get(key)?.count ?? 0) + 1;
      this.counted.set(key, { code, level, column, message, correction, count });
    }
    if (anomalies.length > 0) this.kept = inOrder([...this.kept, ...anomalies]).slice(0, SHOWN);
  }

  groups(): AnomalyGroup[] {
    return [...this.counted.values()].toSorted((one, other) => other.count - one.count);
  }

  first(): readonly RowAnomaly[] {
    return this.kept;
  }
}

function inOrder(anomalies: readonly RowAnomaly[]): RowAnomaly[] {
  return anomalies.toSorted((one, other) => one.line - other.line);
}
