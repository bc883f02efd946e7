import type { ExchangeFile } from '../domain/exchange-file.js';
import type { Flow, RowAnomaly } from '../flow/index.js';
import type { ReadyRow } from './apply-rows.js';
import type { RowFate } from './flow-ports.js';

/** A row refused because nobody knows the record that its own key names. */
export interface OrphanRow {
  readonly line: number;
  readonly naturalKey: string;
}

/** What rows that were refused before have to do with those refused now (exchange.md 6.5 #89, ADR 0024). */
export abstract class RefusalCauses {
  /**
   * The last row of the same emitter, flow, mode and key that was refused before, by line of the orphan:
   * `file name:line:rule`, or what that row followed from in its turn. Nothing where there is none.
   */
  abstract of(
    file: ExchangeFile,
    orphans: readonly OrphanRow[],
  ): Promise<ReadonlyMap<number, string>>;
}

/**
 * The rows of a chunk that may follow from another row of their emitter. Only those whose key is the
 * reference they did not find: what others refused is told to nobody.
 */
export function orphansOf(
  flow: Flow,
  ready: readonly ReadyRow[],
  fates: readonly RowFate[],
): OrphanRow[] {
  return ready.flatMap(({ naturalKey, checked: { line } }, index) => {
    const isOrphan = fates[index]?.anomalies.some((anomaly) => isUnknownKey(flow, anomaly));
    return isOrphan ? [{ line, naturalKey }] : [];
  });
}

/** The fates, with what each refusal follows from. */
export function withCauses(
  flow: Flow,
  fates: readonly RowFate[],
  causes: ReadonlyMap<number, string>,
): RowFate[] {
  return fates.map((fate) => {
    const cascadeOf = causes.get(fate.line);
    if (cascadeOf === undefined) return fate;
    const anomalies = fate.anomalies.map((anomaly) =>
      isUnknownKey(flow, anomaly) ? { ...anomaly, cascadeOf } : anomaly,
    );
    return { ...fate, anomalies };
  });
}

function isUnknownKey({ primaryKey }: Flow, { code, column }: RowAnomaly): boolean {
  return code === 'REFERENCE_INCONNUE' && primaryKey.length === 1 && primaryKey[0] === column;
}
