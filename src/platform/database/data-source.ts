import * as pg from 'pg';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { migrations } from './migrations/index.js';
import { valueTypes } from './value-types.js';

/** TypeORM entity classes, given by the features through the composition root. */
export type Entities = MixedList<Function | string | EntitySchema>;

/** Options of the one PostgreSQL pool of a process. */
export interface DataSourceSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly entities: Entities;
  /** Milliseconds after which a statement is cut (OPS-06); 0 = never. */
  readonly statementTimeout?: number;
}

/**
 * A pool listens to its idle connections only. One in use that is lost between two statements would end
 * the process, where its next statement tells it well enough.
 */
class ListeningPool extends pg.Pool {
  constructor(options?: pg.PoolConfig) {
    super(options);
    this.on('connect', (client) => client.on('error', () => undefined));
  }
}

/** Builds (without connecting) the data source of a process; `synchronize` is never used. */
export function buildDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: { ...pg, Pool: ListeningPool },
    url: settings.url,
    schema: 'app',
    entities: settings.entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    installExtensions: false,
    extra: {
      max: settings.poolSize,
      statement_timeout: settings.statementTimeout ?? 0,
      idle_in_transaction_session_timeout: 30_000,
      connectionTimeoutMillis: 10_000,
      types: valueTypes,
    },
  });
}
