import { Client, type QueryResult } from 'pg';
import type { ScopeRole } from '../../../src/platform/database/index.js';
import type { TestDatabase } from '../../support/test-database.js';

/** Runs one statement inside the scope. */
export type Query = (sql: string, values?: unknown[]) => Promise<QueryResult<Row>>;
export type Row = Record<string, unknown>;

/** The application's own connection, without the application: what the database alone lets through. */
export class ScopedClient {
  private constructor(readonly client: Client) {}

  static async open({ appUrl }: TestDatabase): Promise<ScopedClient> {
    const client = new Client({ connectionString: appUrl });
    await client.connect();
    return new ScopedClient(client);
  }

  /** One transaction under a scope role, kept only when `work` succeeds. */
  async as<T>(
    role: ScopeRole,
    organisationId: string | null,
    work: (query: Query) => Promise<T>,
  ): Promise<T> {
    await this.client.query('begin');
    try {
      await this.client.query(
        `select set_config('role', $1, true), set_config('app.org', $2, true)`,
        [role, organisationId ?? ''],
      );
      const result = await work((sql, values) => this.client.query<Row>(sql, values));
      await this.client.query('commit');
      return result;
    } catch (error) {
      await this.client.query('rollback');
      throw error;
    }
  }

  /** Rows one statement gives under a scope role. */
  async rows(role: ScopeRole, organisationId: string | null, sql: string, values?: unknown[]) {
    return this.as(role, organisationId, async (query) => (await query(sql, values)).rows);
  }

  /** SQLSTATE with which a statement is refused under a scope role; nothing when it passes. */
  async refusal(
    role: ScopeRole,
    organisationId: string | null,
    sql: string,
    values?: unknown[],
  ): Promise<string | undefined> {
    try {
      await this.as(role, organisationId, (query) => query(sql, values));
      return undefined;
    } catch (error) {
      return String(Reflect.get(Object(error), 'code'));
    }
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
