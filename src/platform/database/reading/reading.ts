import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseScope } from '../scope.js';
import { openTransaction } from '../transaction.js';
import type { BatchRunner } from './batch-runner.js';
import type { SqlValue } from './sql-value.js';

/** Reading under one row-level scope, without holding a connection. */
export interface Reading {
  readonly scope: DatabaseScope;
  readonly runner: BatchRunner;
}

const storage = new AsyncLocalStorage<Reading>();

/** Runs `work` as a reading. */
export function runReading<T>(reading: Reading, work: () => Promise<T>): Promise<T> {
  return storage.run(reading, work);
}

/** The reading we are in, unless a transaction was opened inside it. */
export function currentReading(): Reading | undefined {
  return openTransaction() ? undefined : storage.getStore();
}

/**
 * Rows of a query, in the current transaction, or else in the current reading: then the query
 * carries its scope, in one round trip.
 *
 * @throws Error outside both, so that no query runs without a row-level scope.
 */
export async function rowsOf<T>(sql: string, values: readonly SqlValue[] = []): Promise<T[]> {
  const transaction = openTransaction();
  if (transaction) return transaction.manager.query(sql, [...values]);
  const reading = storage.getStore();
  if (!reading) throw new Error('no unit of work: call UnitOfWork.run or read first');
  const rows = await reading.runner.read({ scope: reading.scope, sql, values });
  return rows as T[];
}
