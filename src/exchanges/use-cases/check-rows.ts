import type { CellPlace, CsvRecord } from '../../platform/csv/index.js';
import { doorFault, isBlocking, isDestroyed, type DoorFault } from '../catalogue/index.js';
import type { PhotoRates } from '../deposit/index.js';
import type { ExchangeRow, RowState } from '../domain/exchange-file.js';
import {
  FileRowCheck,
  naturalKeyText,
  type CheckContext,
  type Flow,
  type HeaderMapping,
  type RowAnomaly,
  type RowOf,
} from '../flow/index.js';
import { ColumnTally } from './column-tally.js';

/** Above this share of rejected rows, and from this many, the whole file is held back (#58). */
const DRIFT = { share: 0.1, least: 20 };
/** Above this share of rows of others, or from this many, the whole file is refused (#85). */
const OUT_OF_SCOPE = { share: 0.01, least: 5 };
/** What else is sent in place of a key is not kept: it may be anything. */
const KEY_SHAPE = /^[A-Z0-9/|-]{3,80}$/;
/** What the ledger can hold. */
const GREATEST_ID = 2 ** 31 - 1;

/** What the rows of a batch turned out to be. */
export interface CheckedBatch {
  /** Rows whose fate is already known: rejected, or repeating another. */
  readonly settled: readonly ExchangeRow[];
  readonly anomalies: readonly RowAnomaly[];
}

/**
 * First reading of a file: every row judged, nothing applied. Remembers only what the second
 * reading must leave out, so that a million rows fit in little memory.
 */
export class RowsChecked {
  /** Cells that must be kept nowhere (exchange.md 6.5 #92). */
  readonly forbidden: CellPlace[] = [];
  readonly leftOut = new Set<number>();
  /** Accepted at first, then refused because a later row bears the same key. */
  readonly withdrawn = new Set<number>();
  private rows = 0;
  private rejected = 0;
  private outOfScope = 0;
  private remarks = 0;
  private readonly codes = new Set<string>();
  private readonly check: FileRowCheck<Flow>;
  private readonly tally: ColumnTally | null;

  constructor(
    private readonly flow: Flow,
    context: CheckContext,
    private readonly mapping: HeaderMapping,
  ) {
    const nature = context.file?.nature;
    const isPhoto = nature === 'I' || nature === 'R';
    this.tally = isPhoto ? new ColumnTally(flow, mapping) : null;
    this.check = new FileRowCheck(flow, context, mapping);
  }

  /** Judges the next records, in their order. */
  add(records: readonly CsvRecord[]): CheckedBatch {
    const settled: ExchangeRow[] = [];
    const anomalies: RowAnomaly[] = [];
    for (const record of records) {
      const row = this.judge(record, anomalies);
      if (row) settled.push(row);
    }
    return { settled, anomalies };
  }

  /** What remains to be said after the last record. */
  end(): readonly RowAnomaly[] {
    return this.check.end();
  }

  /** Faults of the whole file that its rows show (exchange.md 7.e.7). */
  gates(): DoorFault[] {
    const { rows, rejected, outOfScope } = this;
    const isOutOfScope = outOfScope >= OUT_OF_SCOPE.least || outOfScope > rows * OUT_OF_SCOPE.share;
    if (isOutOfScope) return [doorFault('HORS_PERIMETRE', {})];
    const hasDrifted = rejected >= DRIFT.least && rejected > rows * DRIFT.share;
    return hasDrifted ? [doorFault('DERIVE_MASSIVE', {})] : [];
  }

  /** Of a photo with rows, how often each column is empty or refused. */
  get rates(): PhotoRates | null {
    return this.rows === 0 ? null : (this.tally?.rates() ?? null);
  }

  get total(): number {
    return this.rows;
  }

  /** Each code that was told of a row, once. */
  get told(): readonly { readonly code: string }[] {
    return [...this.codes].map((code) => ({ code }));
  }

  /** True when a row was taken with something to correct or to confirm. */
  get hasRemarks(): boolean {
    return this.remarks > 0;
  }

  private judge(record: CsvRecord, anomalies: RowAnomaly[]): ExchangeRow | null {
    const reading = this.check.read(record.cells, record.line);
    for (const anomaly of reading.anomalies) {
      this.note(anomaly, anomalies);
      if (isDestroyed(anomaly)) this.forbid(record, anomaly);
    }
    if (reading.kind === 'blank') return null;
    this.rows += 1;
    this.tally?.add(record.cells, reading.anomalies);
    if (reading.anomalies.some(({ code }) => code === 'HORS_PERIMETRE')) this.outOfScope += 1;
    if (reading.kind === 'accepted') return null;
    this.leftOut.add(record.line);
    if (reading.kind === 'repeated') return this.settled(record, 'I');
    this.rejected += 1;
    if (reading.withdrawnLine !== null) {
      this.withdrawn.add(reading.withdrawnLine);
      this.rejected += 1;
    }
    // What must be kept nowhere may stand in place of a key (exchange.md 6.5 #92).
    const isKept = reading.anomalies.every(({ code }) => code !== 'CONTENU_INTERDIT');
    return isKept ? this.settled(record, 'R') : settledRow(record, this.mapping, 'R');
  }

  private forbid({ byteStart, byteEnd }: CsvRecord, { position }: RowAnomaly): void {
    if (position !== null) this.forbidden.push({ byteStart, byteEnd, cell: position - 1 });
  }

  private note(anomaly: RowAnomaly, anomalies: RowAnomaly[]): void {
    anomalies.push(anomaly);
    this.codes.add(anomaly.code);
    if (!isBlocking(anomaly.level) && anomaly.level !== 'INFORMATION') this.remarks += 1;
  }

  /**
   * A row whose fate needs no application. Its key is told as it was sent: what a photo states, even
   * wrongly, it does not drop (exchange.md 7.e.3, 6.5 #91); what is refused may be the cause of another
   * refusal (#89).
   */
  settled(record: CsvRecord, state: RowState): ExchangeRow {
    const row = settledRow(record, this.mapping, state);
    // The cells of a misshapen row may be those of other columns, a name among them.
    const isKept = this.tally !== null || record.cells.length === this.mapping.width;
    return isKept ? { ...row, naturalKey: this.keySent(record.cells) } : row;
  }

  private keySent(cells: readonly string[]): string | null {
    const { flow, mapping } = this;
    const sent = flow.columns.map(({ header }, at) => {
      const cell = cells[mapping.indexes[at] ?? -1]?.trim() ?? '';
      return [header, cell === '' ? null : cell] as const;
    });
    // A key is made of the texts of cells, read or not.
    const key = naturalKeyText(flow, Object.fromEntries(sent) as RowOf<Flow>);
    return KEY_SHAPE.test(key) ? key : null;
  }
}

/** A row refused with its whole file. */
export function refusedRow(record: CsvRecord, mapping: HeaderMapping): ExchangeRow {
  return settledRow(record, mapping, 'R');
}

/** Its number wherever it stands: `identifiant_ligne` is the first declared column of every flow. */
function settledRow(
  { line, byteStart, byteEnd, cells }: CsvRecord,
  { indexes }: HeaderMapping,
  state: RowState,
): ExchangeRow {
  const id = Number(cells[indexes[0] ?? -1]);
  const rowId = Number.isInteger(id) && id > 0 && id <= GREATEST_ID ? id : null;
  return {
    line,
    rowId,
    naturalKey: null,
    state,
    resourceId: null,
    recipientId: null,
    byteStart,
    byteEnd,
  };
}
