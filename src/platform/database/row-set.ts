import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine } from './copy-text.js';
import { sharedValues } from './shared-values.js';
import { currentManager, currentScope } from './transaction.js';

/** Column name -> PostgreSQL type, in the order of the statement. */
export type ColumnTypes = Readonly<Record<string, string>>;
export type Row = Readonly<Record<string, unknown>>;

/** From how many rows on a COPY is worth its round trips. */
const COPIED_FROM = 500;
/** Rows written at once: no stretch of the event loop is long. */
const ROWS_PER_WRITE = 500;

/** Said with the statements around a set, at no round trip of their own; undone by a savepoint as they are. */
const BY_KEY = [
  '; set local enable_hashjoin = off; set local enable_mergejoin = off',
  '; set local enable_hashjoin to default; set local enable_mergejoin to default',
] as const;

/**
 * Gives `rows` to a statement as a set `r`: `sql` receives what stands after `from`. Few rows travel
 * as JSON in the statement itself; many go by COPY through a temporary table of the transaction, since
 * PostgreSQL takes ten times longer to read them from JSON (ADR 0021); what they share is said once.
 */
export async function withRows<T>(
  columns: ColumnTypes,
  rows: readonly Row[],
  sql: (recordset: string) => string,
  join: 'by-key' | 'as-planned' = 'as-planned',
): Promise<T> {
  if (rows.length < COPIED_FROM) {
    const set = `jsonb_to_recordset($1::jsonb) as r(${definitionOf(columns)})`;
    return currentManager().query<T>(sql(set), [JSON.stringify(rows)]);
  }
  const { values, varying, select } = sharedValues(columns, rows);
  const table = stagingName(varying);
  const manager = currentManager();
  const [before, after] = join === 'by-key' ? BY_KEY : ['', ''];
  await manager.query(
    `create temporary table if not exists ${table} (${definitionOf(varying)}) on commit drop${before}`,
  );
  await copyRows(table, varying, rows);
  const result = await manager.query<T>(sql(`(select ${select} from ${table} s) r`), [...values]);
  await manager.query(`truncate ${table}${after}`);
  return result;
}

function definitionOf(columns: ColumnTypes): string {
  const definitions = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return definitions.join(', ');
}

/** A table belongs to the role that made it: each role of the transaction has its own. */
function stagingName(columns: ColumnTypes): string {
  const shape = `${currentScope().role},${definitionOf(columns)}`;
  return `pg_temp.set_${createHash('sha256').update(shape).digest('hex').slice(0, 16)}`;
}

async function copyRows(table: string, columns: ColumnTypes, rows: readonly Row[]): Promise<void> {
  const { queryRunner } = currentManager();
  if (!queryRunner) throw new Error('a unit of work has one connection');
  const client: PoolClient = await queryRunner.connect();
  const names = Object.keys(columns);
  const isJson = Object.values(columns).map((type) => type === 'jsonb');
  const copy: Writable = client.query(copyFrom(`copy ${table} from stdin`));
  const done = once(copy, 'finish');
  for (let start = 0; start < rows.length; start += ROWS_PER_WRITE) {
    let text = '';
    for (const row of rows.slice(start, start + ROWS_PER_WRITE)) {
      text += copyLine(names, isJson, row);
    }
    if (!copy.write(text)) await Promise.race([once(copy, 'drain'), done]);
  }
  copy.end();
  await done;
}
