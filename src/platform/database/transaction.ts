import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { DatabaseScope } from './scope.js';

/** The transaction of a unit of work. */
export interface OpenTransaction {
  readonly manager: EntityManager;
  readonly scope: DatabaseScope;
  readonly afterCommit: (() => void)[];
}

const storage = new AsyncLocalStorage<OpenTransaction>();

/** The transaction of the current unit of work, if any. */
export function openTransaction(): OpenTransaction | undefined {
  return storage.getStore();
}

/** Runs `work` with `transaction` as the current one. */
export function runInTransaction<T>(
  transaction: OpenTransaction,
  work: () => Promise<T>,
): Promise<T> {
  return storage.run(transaction, work);
}

/**
 * The entity manager of the current unit of work: the only way to reach a repository.
 *
 * @throws Error outside a unit of work, so that no query runs without a row-level scope.
 */
export function currentManager(): EntityManager {
  const transaction = storage.getStore();
  if (!transaction) throw new Error('no unit of work: call UnitOfWork.run first');
  return transaction.manager;
}

/** The row-level scope of the current unit of work. Throws outside one. */
export function currentScope(): DatabaseScope {
  const transaction = storage.getStore();
  if (!transaction) throw new Error('no unit of work: call UnitOfWork.run first');
  return transaction.scope;
}

/** Calls `effect` once the current unit of work has committed; never when it rolls back. */
export function afterCommit(effect: () => void): void {
  const transaction = storage.getStore();
  if (!transaction) throw new Error('no unit of work: call UnitOfWork.run first');
  transaction.afterCommit.push(effect);
}
