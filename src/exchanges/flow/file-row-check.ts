import type { RowAnomaly } from './anomaly.js';
import type { CheckContext } from './check-context.js';
import type { Flow, RowOf } from './flow.js';
import { naturalKeyText } from './flow.js';
import { declaredMapping } from './header-mapping.js';
import type { HeaderMapping } from './header-mapping.js';
import { isBlankRow, rowAnomaly } from './misshapen-row.js';
import { compileRowCheck } from './row-check.js';
import type { RowCheck, RowReading } from './row-check.js';
import { RowLedger } from './row-ledger.js';
import { textHash } from './text-hash.js';

/** What becomes of one record of a file. */
export type RecordReading<Row> =
  | { readonly kind: 'accepted'; readonly row: Row; readonly anomalies: readonly RowAnomaly[] }
  /** Refused. `withdrawnLine`: a row accepted before that is now refused too, its anomaly included. */
  | {
      readonly kind: 'rejected';
      readonly anomalies: readonly RowAnomaly[];
      readonly withdrawnLine: number | null;
    }
  /** Repeats the row of `firstLine`, which is kept. */
  | {
      readonly kind: 'repeated';
      readonly firstLine: number;
      readonly anomalies: readonly RowAnomaly[];
    }
  /** Not a row: whether it stands in the middle or at the end shows later. */
  | { readonly kind: 'blank'; readonly anomalies: readonly RowAnomaly[] };

/**
 * Checks the records of one file in their order, those that depend on the rows before them included:
 * line numbers, repeated rows, keys in conflict (exchange.md 6.5 #86-87). Keys are compared among
 * accepted rows only; a correction is a row of the period it corrects.
 */
export class FileRowCheck<F extends Flow> {
  private readonly check: RowCheck<RowOf<F>>;
  private readonly ledger = new RowLedger();
  private readonly idIndex: number;
  private greatestId = 0;
  private blankLines: number[] = [];

  constructor(
    private readonly flow: F,
    context: CheckContext,
    mapping: HeaderMapping = declaredMapping(flow),
  ) {
    this.check = compileRowCheck(flow, context, mapping);
    this.idIndex = mapping.indexes[0] ?? -1;
  }

  /** Reads the record that starts on physical line `line` (header = 1). */
  read(cells: readonly string[], line: number): RecordReading<RowOf<F>> {
    if (isBlankRow(cells)) {
      this.blankLines.push(line);
      return { kind: 'blank', anomalies: [] };
    }
    const before = this.takeBlankLines({});
    const reading = this.check(cells, line);
    const numbering = this.numberingAnomalies(reading, line);
    const anomalies = [...before, ...reading.anomalies, ...numbering];
    if (!reading.isAccepted || numbering.length > 0) {
      return { kind: 'rejected', anomalies, withdrawnLine: null };
    }
    return this.enter(reading.row, cells, { line, rowId: reading.rowId ?? 0 }, anomalies);
  }

  /** What remains to be said at the end of the file. */
  end(): readonly RowAnomaly[] {
    return this.takeBlankLines({ level: 'INFORMATION', precision: 'FIN_DE_FICHIER' });
  }

  private enter(
    row: RowOf<F>,
    cells: readonly string[],
    at: { line: number; rowId: number },
    anomalies: readonly RowAnomaly[],
  ): RecordReading<RowOf<F>> {
    const entry = this.ledger.enter(this.keyOf(row), this.contentOf(cells), at);
    if (entry.verdict === 'first') return { kind: 'accepted', row, anomalies };
    const rule = `${this.flow.code}-L005`;
    const { line, rowId } = at;
    if (entry.verdict === 'identical') {
      const repeated = rowAnomaly('duplicate-row', line, { rowId, rule });
      return { kind: 'repeated', firstLine: entry.first.line, anomalies: [...anomalies, repeated] };
    }
    const { first, isNews } = entry;
    const earlier = isNews
      ? [rowAnomaly('primary-key', first.line, { rowId: first.rowId, rule })]
      : [];
    return {
      kind: 'rejected',
      anomalies: [...earlier, ...anomalies, rowAnomaly('primary-key', line, { rowId, rule })],
      withdrawnLine: isNews ? first.line : null,
    };
  }

  private keyOf(row: RowOf<F>): number {
    const values: Readonly<Record<string, unknown>> = row;
    const month = values['periode_rattachement'];
    const period = typeof month === 'string' ? month : '';
    return textHash(`${naturalKeyText(this.flow, row)}|${period}`);
  }

  /** Fingerprint of everything but the number of the line, which two equal rows do not share. */
  private contentOf(cells: readonly string[]): number {
    let hash = 0;
    let at = 0;
    for (const cell of cells) {
      if (at !== this.idIndex && cell !== '') hash = textHash(cell, hash + at);
      at += 1;
    }
    return hash;
  }

  private numberingAnomalies({ rowId }: RowReading<RowOf<F>>, line: number): readonly RowAnomaly[] {
    if (rowId === null) return [];
    if (rowId > this.greatestId) {
      this.greatestId = rowId;
      return [];
    }
    const precision = 'NON_CROISSANT';
    const rule = `${this.flow.code}-L004`;
    const anomaly = rowAnomaly('constraint-error', line, { rowId, precision, rule });
    const column = this.flow.columns[0]?.header ?? null;
    return [{ ...anomaly, column, position: this.idIndex + 1, value: String(rowId) }];
  }

  private takeBlankLines(
    more: Partial<Pick<RowAnomaly, 'level' | 'precision'>>,
  ): readonly RowAnomaly[] {
    if (this.blankLines.length === 0) return [];
    const anomalies = this.blankLines.map((line) => rowAnomaly('blank-row', line, more));
    this.blankLines = [];
    return anomalies;
  }
}
