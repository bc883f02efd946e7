import type { Reading, ScopedStatement } from '../../platform/database/index.js';
import type { AuditRow } from './audit-row.js';
import { countedLines, INSERT_LINES, type BoundShowing, type CountAnswer } from './people-count.js';

/** Lines of one reading, whom it shows where that is counted, and who waits for them to be kept. */
interface Waiting {
  readonly reading: Reading;
  readonly rows: readonly AuditRow[];
  readonly showing: BoundShowing | undefined;
  resolve(answer: CountAnswer | undefined): void;
  reject(error: unknown): void;
}

type Counted = Waiting & { readonly showing: BoundShowing };

/** Readings whose lines go in one transaction. */
const MOST_AT_ONCE = 200;

/**
 * Lines of readings, kept before the answer leaves, as durably as any other. Readings that come
 * while a transaction is under way share the next one: a disk writes once for all of them. Each
 * keeps its own row-level scope, so that nobody writes in another's journal.
 */
export class ReadingJournal {
  private waiting: Waiting[] = [];
  private isWriting = false;

  /**
   * Resolves once the lines are committed; those of a showing that is not admitted are not kept.
   * @returns what the count says of the showing, if there is one
   */
  record(
    reading: Reading,
    rows: readonly AuditRow[],
    showing?: BoundShowing,
  ): Promise<CountAnswer | undefined> {
    if (rows.length === 0) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.waiting.push({ reading, rows, showing, resolve, reject });
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
      const answers = await commit(batch);
      for (const one of batch) one.resolve(answers.get(one));
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1) only?.reject(error);
      else for (const one of batch) await this.write([one]);
    }
  }
}

async function commit(batch: readonly Waiting[]): Promise<ReadonlyMap<Waiting, CountAnswer>> {
  const [first] = batch;
  const answers = new Map<Waiting, CountAnswer>();
  if (!first) return answers;
  const counted = batch.filter(isCounted).toSorted(byAccount);
  const statements = [
    ...counted.map(({ reading, rows, showing }) => countedLines(reading.scope, rows, showing)),
    ...statementsOf(batch.filter((one) => !isCounted(one))),
  ];
  const rows = await first.reading.runner.run(statements);
  for (const [index, one] of counted.entries()) {
    const answer = rows[index]?.[0];
    if (answer) answers.set(one, answer as unknown as CountAnswer);
  }
  return answers;
}

function isCounted(one: Waiting): one is Counted {
  return one.showing !== undefined;
}

/** Counting locks the account until the end: two processes that lock many do it in one order. */
function byAccount({ showing: one }: Counted, { showing: other }: Counted): number {
  return one.actor.id < other.actor.id ? -1 : 1;
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
    sql: INSERT_LINES,
    values: [JSON.stringify(rows)],
  }));
}
