import { isBlocking } from '../catalogue/index.js';
import type { PhotoRates } from '../deposit/index.js';
import { headersOf, type Flow, type HeaderMapping, type RowAnomaly } from '../flow/index.js';

const WHOLE = 10_000;

/** Counts, column by column, the empty and the refused cells of a photo while it is read. */
export class ColumnTally {
  private readonly headers: readonly string[];
  private readonly empty: Uint32Array;
  private readonly refused: Uint32Array;
  private rows = 0;

  constructor(
    flow: Flow,
    private readonly mapping: HeaderMapping,
  ) {
    this.headers = headersOf(flow);
    this.empty = new Uint32Array(this.headers.length);
    this.refused = new Uint32Array(this.headers.length);
  }

  /** One row, and what is wrong with it. A misshapen one has its cells in other columns: they are not read. */
  add(cells: readonly string[], anomalies: readonly RowAnomaly[]): void {
    this.rows += 1;
    if (cells.length === this.mapping.width) this.countEmpty(cells);
    if (anomalies.length > 0) this.countRefused(anomalies);
  }

  /** The rates of all the columns of the flow; a column that the file does not have is empty everywhere. */
  rates(): PhotoRates {
    const { rows, empty, refused } = this;
    const rate = (count: number | undefined): number =>
      rows === 0 ? 0 : Math.round(((count ?? 0) / rows) * WHOLE);
    return Object.fromEntries(
      this.headers.map((header, at) => [
        header,
        { empty: rate(empty[at]), refused: rate(refused[at]) },
      ]),
    );
  }

  private countEmpty(cells: readonly string[]): void {
    const { indexes } = this.mapping;
    for (let at = 0; at < indexes.length; at += 1) {
      const cell = cells[indexes[at] ?? -1];
      if (cell === undefined || isEmpty(cell)) this.empty[at] = (this.empty[at] ?? 0) + 1;
    }
  }

  /** Once a column, however many reasons there are against its cell. */
  private countRefused(anomalies: readonly RowAnomaly[]): void {
    const columns = new Set(
      anomalies.filter(({ level }) => isBlocking(level)).map(({ column }) => column),
    );
    for (const column of columns) {
      const at = column === null ? -1 : this.headers.indexOf(column);
      if (at >= 0) this.refused[at] = (this.refused[at] ?? 0) + 1;
    }
  }
}

/** Nearly every cell starts with a character that shows: nothing more is looked at then. */
function isEmpty(cell: string): boolean {
  return cell === '' || (cell.charCodeAt(0) <= LAST_OF_BLANKS && cell.trim() === '');
}

const LAST_OF_BLANKS = 0x20;
