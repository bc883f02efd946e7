import type { LocalDate } from '../../../kernel/index.js';
import type { OutcomeInput } from '../../domain/candidacy.rules.js';
import { firstError, isUntouched, readRow, type RowError, type TypedRow } from './batch-form.js';

/** A row that says an outcome. */
export interface RightRow {
  readonly row: TypedRow;
  readonly outcome: OutcomeInput;
}

/** What a grid says: what can be recorded, what cannot; a row that nobody filled in is in neither. */
export interface GridRead {
  readonly right: readonly RightRow[];
  readonly errors: ReadonlyMap<string, RowError>;
}

/** Reads the rows that were filled in, each on its own: the check page and the record read the same. */
export async function readGrid(rows: readonly TypedRow[], today: LocalDate): Promise<GridRead> {
  const right: RightRow[] = [];
  const errors = new Map<string, RowError>();
  for (const row of rows.filter(({ values }) => !isUntouched(values))) {
    const read = await readRow(row.values, today);
    if (read.isRight) right.push({ row, outcome: read.outcome });
    else errors.set(row.id, firstError(read.errors));
  }
  return { right, errors };
}
