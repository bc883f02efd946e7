import type { Instant } from '../../../kernel/index.js';
import { rowsOf } from './reading.js';
import type { SqlValue } from './sql-value.js';

/** Where a list goes on: after the row that was made then. */
export interface RowPosition {
  readonly createdAt: Instant;
  readonly id: string;
}

/** SQL conditions and their values; words come from the code, values always travel apart (SEC-27). */
export class Conditions {
  private readonly clauses = ['true'];
  private readonly given: SqlValue[] = [];

  /** Adds a condition on a value, by the place that holds it; none where nothing is asked. */
  add(sql: (place: string) => string, value: SqlValue | undefined): this {
    if (value !== undefined) this.clauses.push(sql(this.placeOf(value)));
    return this;
  }

  /** Only rows of `t` that come after a position of a list that has the latest first. */
  after(position: RowPosition | null): this {
    if (position === null) return this;
    const { createdAt, id } = position;
    this.clauses.push(`(t.created_at, t.id) < (${this.placeOf(createdAt)}, ${this.placeOf(id)})`);
    return this;
  }

  get where(): string {
    return `where ${this.clauses.join(' and ')}`;
  }

  get values(): readonly SqlValue[] {
    return [...this.given];
  }

  private placeOf(value: SqlValue): string {
    this.given.push(value);
    return `$${this.given.length}`;
  }
}

/** The end of a query that lists rows of `t`, the latest first. */
export function latest(limit: number): string {
  return `order by t.created_at desc, t.id desc limit ${limit}`;
}

/** How many rows meet the conditions; `from` joins what they name. */
export async function countOf(from: string, conditions: Conditions): Promise<number> {
  const [counted] = await rowsOf<{ total: number }>(
    `select count(*) as total ${from} ${conditions.where}`,
    conditions.values,
  );
  return Number(counted?.total ?? 0);
}
