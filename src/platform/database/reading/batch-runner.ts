import { Pool, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { isSameScope, type DatabaseScope } from '../scope.js';
import { KnownStatements } from './known-statements.js';
import { SharedRoundTrips } from './shared-round-trips.js';
import { StatementBatch, type Row, type Statement } from './statement-batch.js';
import type { SqlValue } from './sql-value.js';

/** A statement under the row-level scope it needs. */
export interface ScopedStatement {
  readonly scope: DatabaseScope;
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const ENTER_SCOPE = `select set_config('role', $1, true), set_config('app.org', $2, true), set_config('app.user', $3, true)`;

/** Sends statements with their scopes in one round trip and one transaction, through the pool. */
export class BatchRunner {
  private readonly known = new WeakMap<PoolClient, KnownStatements>();
  private readonly shared = new SharedRoundTrips((statements) => this.run(statements));

  constructor(private readonly dataSource: DataSource) {}

  /** The rows of one query, which may share its round trip with those of other readings. */
  read(statement: ScopedStatement): Promise<Row[]> {
    return this.shared.read(statement);
  }

  /** The rows of each statement, in order. */
  async run(statements: readonly ScopedStatement[]): Promise<Row[][]> {
    const client = await poolOf(this.dataSource).connect();
    try {
      const answers = await this.submit(client, statements);
      client.release();
      return answers;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private knownOf(client: PoolClient): KnownStatements {
    const known = this.known.get(client);
    if (known) return known;
    // The pool listens to idle connections only; a lost one tells its statement, which is enough.
    client.on('error', () => undefined);
    const fresh = new KnownStatements();
    this.known.set(client, fresh);
    return fresh;
  }

  private submit(client: PoolClient, statements: readonly ScopedStatement[]): Promise<Row[][]> {
    const known = this.knownOf(client);
    const sent = statements.flatMap((one, index) => withScope(one, statements[index - 1]));
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, answers: Row[][]): void => {
        if (error) reject(error);
        else resolve(answers.filter((_rows, index) => sent[index]?.sql !== ENTER_SCOPE));
      };
      client.query(new StatementBatch(sent, known, done));
    });
  }
}

/**
 * Entering the scope, unless the statement before was in the same, then the statement: everything set
 * ends with the transaction (V5, V7).
 */
function withScope({ scope, sql, values }: ScopedStatement, before?: ScopedStatement): Statement[] {
  const statement = { sql, values, role: scope.role };
  if (before && isOfOne(before.scope, scope)) return [statement];
  const settings = [scope.role, scope.organisationId ?? '', scope.actorId];
  return [{ sql: ENTER_SCOPE, values: settings, role: '' }, statement];
}

function isOfOne(one: DatabaseScope, other: DatabaseScope): boolean {
  return isSameScope(one, other) && one.actorId === other.actorId;
}

/** The pool under TypeORM, which shows it untyped. */
function poolOf(dataSource: DataSource): Pool {
  const pool: unknown = Reflect.get(dataSource.driver, 'master');
  if (!(pool instanceof Pool)) throw new Error('the database has no pool yet');
  return pool;
}
