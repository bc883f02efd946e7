import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork, type Actor, type Lens } from '../../kernel/index.js';
import { BatchRunner, currentReading, runReading } from './reading/index.js';
import { isSameScope, scopeOf, type DatabaseScope } from './scope.js';
import { openTransaction, runInTransaction, type OpenTransaction } from './transaction.js';

/** serialization_failure, deadlock_detected: the whole transaction may be tried again (REL-24). */
const RETRIABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/** One unit of work = one PostgreSQL transaction = one row-level scope. */
@Injectable()
export class TypeOrmUnitOfWork extends UnitOfWork {
  private readonly batches: BatchRunner;

  constructor(private readonly dataSource: DataSource) {
    super();
    this.batches = new BatchRunner(dataSource);
  }

  /**
   * Runs `work` in a transaction that sees what `actor` may see. Joins the open transaction when
   * there is one: as it is for the same scope, through the other lens for the time of `work` when the
   * organisation is the same. Tries again on deadlock or serialization failure.
   *
   * @throws Error when a nested call asks for another organisation's scope.
   */
  override async run<T>(
    actor: Actor,
    work: () => Promise<T>,
    options?: { lens?: Lens },
  ): Promise<T> {
    const scope = scopeOf(actor, options?.lens);
    const outer = openTransaction();
    if (!outer) return this.runWithRetries(scope, work);
    if (isSameScope(outer.scope, scope)) return work();
    if (outer.scope.organisationId !== scope.organisationId) {
      throw new Error(`a unit of work of ${outer.scope.role} cannot open one of ${scope.role}`);
    }
    return throughLens(outer, scope, work);
  }

  /**
   * Reads under the scope of `actor` without a transaction of its own.
   *
   * @throws Error when a nested call asks for another scope than that of the reading it is in.
   */
  override async read<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (openTransaction()) return this.run(actor, work);
    const scope = scopeOf(actor);
    const outer = currentReading();
    if (!outer) return runReading({ scope, runner: this.batches }, work);
    if (isSameScope(outer.scope, scope)) return work();
    throw new Error(`a reading of ${outer.scope.role} cannot open one of ${scope.role}`);
  }

  private async runWithRetries<T>(scope: DatabaseScope, work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(scope, work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isRetriable(error)) throw error;
        await pause(attempt);
      }
    }
  }

  private async runOnce<T>(scope: DatabaseScope, work: () => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      await enterScope(manager, scope);
      return runInTransaction({ manager, scope, afterCommit }, work);
    });
    for (const effect of afterCommit) effect();
    return result;
  }
}

/** Changes the lens of the open transaction for the time of `work`. Queries must not overlap. */
async function throughLens<T>(
  outer: OpenTransaction,
  scope: DatabaseScope,
  work: () => Promise<T>,
): Promise<T> {
  await enterScope(outer.manager, scope);
  const back = () => enterScope(outer.manager, outer.scope);
  const result = await runInTransaction({ ...outer, scope }, work).catch(async (error: unknown) => {
    // A refusal may be caught around us, and the transaction go on. One that PostgreSQL gave up
    // cannot be put back, and must not hide why.
    await back().catch(() => undefined);
    throw error;
  });
  await back();
  return result;
}

/** Takes the scope for this transaction only: everything set here ends with it (V5, V7). */
async function enterScope(manager: EntityManager, scope: DatabaseScope): Promise<void> {
  await manager.query(
    `select set_config('role', $1, true), set_config('app.org', $2, true), set_config('app.user', $3, true)`,
    [scope.role, scope.organisationId ?? '', scope.actorId],
  );
}

function isRetriable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code: unknown = Reflect.get(error, 'code') ?? Reflect.get(error, 'driverError');
  if (typeof code === 'string') return RETRIABLE.has(code);
  return (
    typeof code === 'object' && code !== null && RETRIABLE.has(String(Reflect.get(code, 'code')))
  );
}

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, attempt * 20 * (1 + Math.random())));
}
