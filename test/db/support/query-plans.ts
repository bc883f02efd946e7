import type { DataSource, Logger } from 'typeorm';
import type { Actor, Lens } from '../../../src/kernel/index.js';
import { currentManager, TypeOrmUnitOfWork } from '../../../src/platform/database/index.js';

/** What PostgreSQL would do for one query. */
export interface QueryPlan {
  readonly sql: string;
  /** Tables read from end to end. */
  readonly scanned: readonly string[];
  readonly indexes: readonly string[];
}

interface Seen {
  readonly sql: string;
  readonly values: unknown[];
}

/** Runs `work` as the application does, then explains each query it made, in the same scope. */
export async function plansOf(
  dataSource: DataSource,
  actor: Actor,
  work: () => Promise<unknown>,
  lens?: Lens,
): Promise<QueryPlan[]> {
  const seen: Seen[] = [];
  const options = lens === undefined ? {} : { lens };
  return new TypeOrmUnitOfWork(dataSource).run(
    actor,
    async () => {
      Object.assign(dataSource, { logger: listener(seen) });
      await work();
      Object.assign(dataSource, { logger: listener([]) });
      const plans: QueryPlan[] = [];
      for (const query of seen) plans.push(await explain(query));
      return plans;
    },
    options,
  );
}

function listener(seen: Seen[]): Logger {
  const nothing = (): void => undefined;
  return {
    logQuery: (sql: string, values?: unknown[]) =>
      void seen.push({ sql, values: [...(values ?? [])] }),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
}

async function explain({ sql, values }: Seen): Promise<QueryPlan> {
  const rows: { 'QUERY PLAN': unknown }[] = await currentManager().query(
    `explain (format json) ${sql}`,
    values,
  );
  const nodes = [...nodesOf(rows[0]?.['QUERY PLAN'])];
  const text = (node: object, name: string): string[] => {
    const value: unknown = Reflect.get(node, name);
    return typeof value === 'string' ? [value] : [];
  };
  const whole = nodes.filter((node) => Reflect.get(node, 'Node Type') === 'Seq Scan');
  return {
    sql,
    scanned: whole.flatMap((node) => text(node, 'Relation Name')),
    indexes: [...new Set(nodes.flatMap((node) => text(node, 'Index Name')))].sort(),
  };
}

function* nodesOf(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  if ('Node Type' in value) yield value;
  for (const part of Object.values(value)) yield* nodesOf(part);
}
