import { headersOf, naturalKeyText, type Flow, type HeaderMapping } from '../flow/index.js';
import { ControlSum } from './control-sum.js';
import type { MeasuredFile } from './envelope.js';

type Totals = Pick<
  MeasuredFile,
  'rows' | 'rowsByType' | 'rowsByRecipient' | 'rowsUncounted' | 'controlSum'
>;

/** Counts the rows of a file as sent, by type and by recipient, and adds up their control sum. */
export class RowTally {
  private rows = 0;
  private uncounted = 0;
  private readonly byType = new Map<string, number>();
  private readonly byRecipient = new Map<string, number>();
  private readonly controlSum = new ControlSum();
  private width = 0;
  /** Place of each column in the cells, by header; -1 when the file does not have it. */
  private places: ReadonlyMap<string, number> = new Map();

  constructor(private readonly flow: Flow) {}

  /** Says where the columns stand. */
  begin({ width, indexes }: HeaderMapping): void {
    this.width = width;
    this.places = new Map(headersOf(this.flow).map((header, at) => [header, indexes[at] ?? -1]));
  }

  /** Counts one row; a misshapen one is only counted as such, since its cells mean nothing. */
  add(cells: readonly string[]): void {
    this.rows += 1;
    if (cells.length !== this.width) {
      this.uncounted += 1;
      return;
    }
    count(this.byType, this.cell(cells, 'type_ligne'));
    count(this.byRecipient, this.cell(cells, this.flow.recipientColumn));
    this.controlSum.add(this.keyOf(cells));
  }

  /** What was counted. */
  totals(): Totals {
    return {
      rows: this.rows,
      rowsByType: Object.fromEntries(this.byType),
      rowsByRecipient: Object.fromEntries(this.byRecipient),
      rowsUncounted: this.uncounted,
      controlSum: this.controlSum.toString(),
    };
  }

  private cell(cells: readonly string[], header: string): string {
    return cells[this.places.get(header) ?? -1]?.trim() ?? '';
  }

  /** The natural key only reads text columns: raw cells, empty as null, stand for the parsed row. */
  private keyOf(cells: readonly string[]): string {
    const row: Record<string, string | null> = {};
    for (const [header, at] of this.places) row[header] = cells[at]?.trim() || null;
    return naturalKeyText(this.flow, row as never);
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
