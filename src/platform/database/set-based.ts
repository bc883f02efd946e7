import { currentManager } from './transaction.js';

/** Column name -> PostgreSQL type, in the order of the statement. */
export type ColumnTypes = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, unknown>>;

/** Rows sent in one statement: bounds the memory of both sides. */
const ROWS_PER_STATEMENT = 2_000;

/**
 * Inserts rows in bulk through the current unit of work: one statement for up to 2,000 rows.
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
    await currentManager().query(
      `insert into ${table} (${names}) select ${names} from ${recordset(columns)} ${conflict}`,
      [JSON.stringify(part)],
    );
  }
}

/**
 * Updates rows in bulk: `keys` find the row, the other columns are written.
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
  const assignments = Object.keys(columns).map((name) => `${name} = r.${name}`);
  const condition = Object.keys(keys).map((name) => `t.${name} = r.${keyAlias(name)}`);
  const aliased = Object.fromEntries(Object.entries(keys).map(([n, type]) => [keyAlias(n), type]));
  let written = 0;
  for (const part of slices(rows)) {
    const [, count] = (await currentManager().query(
      `update ${table} t set ${[...assignments, ...(alsoSet ? [alsoSet] : [])].join(', ')}
       from ${recordset({ ...aliased, ...columns })} where ${condition.join(' and ')}`,
      [JSON.stringify(part.map((row) => withKeys(row, keys)))],
    )) as [unknown, number];
    written += count;
  }
  return written;
}

/** Runs a query over a set of keys given as JSON rows: `$1` is the set, named `r` in the query. */
export async function queryBySet<T>(
  sql: (recordset: string) => string,
  columns: ColumnTypes,
  rows: readonly Row[],
): Promise<T[]> {
  const found: T[] = [];
  for (const part of slices(rows)) {
    const some: T[] = await currentManager().query(sql(recordset(columns)), [JSON.stringify(part)]);
    for (const row of some) found.push(row);
  }
  return found;
}

// A key may also be written (`version`): the set carries its old value under another name.
function keyAlias(name: string): string {
  return `key_${name}`;
}

function withKeys(row: Row, keys: ColumnTypes): Row {
  const aliased = Object.keys(keys).map((name) => [
    keyAlias(name),
    row[keyAlias(name)] ?? row[name],
  ]);
  return { ...row, ...Object.fromEntries(aliased) };
}

function recordset(columns: ColumnTypes): string {
  const definition = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return `jsonb_to_recordset($1::jsonb) as r(${definition.join(', ')})`;
}

function* slices(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
  }
}
