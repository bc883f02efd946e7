import { withRows, type ColumnTypes, type Row } from './row-set.js';

export type { ColumnTypes } from './row-set.js';

/** Rows sent in one statement: bounds the memory of both sides. */
const ROWS_PER_STATEMENT = 10_000;

/**
 * Inserts rows in bulk through the current unit of work: one statement for up to 10,000 rows.
 * `conflict` is appended as is (`on conflict do nothing`).
 */
export async function insertRows(
  table: string,
  columns: ColumnTypes,
  rows: readonly Row[],
  conflict = '',
): Promise<void> {
  const names = Object.keys(columns).join(', ');
  for (const part of slices(rows)) {
    await withRows(
      columns,
      part,
      (set) => `insert into ${table} (${names}) select ${names} from ${set} ${conflict}`,
    );
  }
}

/**
 * Updates rows in bulk: `keys` find the row, the other columns are written. Of a key that is also written
 * (`version`) a row holds the old value as `key_version`.
 *
 * @returns how many rows were found and written; fewer than given means someone else changed one.
 */
export async function updateRows(
  table: string,
  keys: ColumnTypes,
  columns: ColumnTypes,
  rows: readonly Row[],
  alsoSet = '',
): Promise<number> {
  const held = (key: string): string => (key in columns ? `key_${key}` : key);
  const assignments = Object.keys(columns).map((name) => `${name} = r.${name}`);
  const condition = Object.keys(keys).map((name) => `t.${name} = r.${held(name)}`);
  const heldKeys = Object.fromEntries(Object.entries(keys).map(([n, type]) => [held(n), type]));
  let written = 0;
  for (const part of slices(rows)) {
    const [, count] = await withRows<[unknown, number]>(
      { ...heldKeys, ...columns },
      part,
      (set) =>
        `update ${table} t set ${[...assignments, ...(alsoSet ? [alsoSet] : [])].join(', ')}
         from ${set} where ${condition.join(' and ')}`,
      'by-key',
    );
    written += count;
  }
  return written;
}

/** Runs a query over a set of keys: `sql` receives what stands after `from`, named `r`. */
export async function queryBySet<T>(
  sql: (recordset: string) => string,
  columns: ColumnTypes,
  rows: readonly Row[],
): Promise<T[]> {
  const found: T[] = [];
  for (const part of slices(rows)) {
    for (const row of await withRows<T[]>(columns, part, sql)) found.push(row);
  }
  return found;
}

function* slices(rows: readonly Row[]): Generator<readonly Row[]> {
  if (rows.length <= ROWS_PER_STATEMENT) {
    if (rows.length > 0) yield rows;
    return;
  }
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
  }
}
