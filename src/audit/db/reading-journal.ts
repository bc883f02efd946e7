import type { Reading, ScopedStatement } from '../../platform/database/index.js';
import { AUDIT_COLUMNS, type AuditRow } from './audit-row.js';

/** Lines of one reading, and who waits for them to be kept. */
interface Waiting {
  readonly reading: Reading;
  readonly rows: readonly AuditRow[];
  resolve(): void;
  reject(error: unknown): void;
}

/** Readings whose lines go in one transaction. */
const MOST_AT_ONCE = 200;

const NAMES = Object.keys(AUDIT_COLUMNS).join(', ');
const DEFINITION = Object.entries(AUDIT_COLUMNS).map(([name, type]) => `${name} ${type}`);
const INSERT = `insert into app.audit_event (${NAMES})
  select ${NAMES} from jsonb_to_recordset($1::jsonb) as r(${DEFINITION.join(', ')})`;

/**
 * Lines of readings, kept before the answer leaves, as durably as any other. Readings that come
 * while a transaction is under way share the next one: a disk writes once for all of them. Each
 * keeps its own row-level scope, so that nobody writes in another's journal.
 */
export class ReadingJournal {
  private waiting: Waiting[] = [];
  private isWriting = false;

  /** Resolves once the lines are committed. */
  record(reading: Reading, rows: readonly AuditRow[]): Promise<void> {
    if (rows.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.waiting.push({ reading, rows, resolve, reject });
      if (!this.isWriting) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) await this.write(this.waiting.splice(0, MOST_AT_ONCE));
    this.isWriting = false;
  }

  /** A line that PostgreSQL refuses must not take the others with it: they are tried one by one. */
  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      await commit(batch);
      for (const one of batch) one.resolve();
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1) only?.reject(error);
      else for (const one of batch) await this.write([one]);
    }
  }
}

async function commit(batch: readonly Waiting[]): Promise<void> {
  const [first] = batch;
  if (first) await first.reading.runner.run(statementsOf(batch));
}

/** One statement for the lines of each scope. */
function statementsOf(batch: readonly Waiting[]): ScopedStatement[] {
  const groups = new Map<string, { scope: Reading['scope']; rows: AuditRow[] }>();
  for (const { reading, rows } of batch) {
    const { scope } = reading;
    const key = `${scope.role} ${scope.organisationId}`;
    const group = groups.get(key) ?? { scope, rows: [] };
    groups.set(key, group);
    group.rows.push(...rows);
  }
  return [...groups.values()].map(({ scope, rows }) => ({
    scope,
    sql: INSERT,
    values: [JSON.stringify(rows)],
  }));
}
