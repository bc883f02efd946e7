import { createHash } from 'node:crypto';
import type { Field, Statement } from './statement-batch.js';

/** Statements a connection keeps: each holds memory of the server. */
const MOST = 200;

const names = new Map<string, string>();

/** A statement PostgreSQL has parsed, under its name; empty = unnamed. */
export interface KnownStatement {
  readonly name: string;
  /** The columns it answers, once they were described. */
  readonly fields: readonly Field[] | undefined;
}

/**
 * What one connection has already parsed. A statement gets a name of its own for each role, because
 * PostgreSQL plans again when another role runs it; beyond 200, statements are parsed each time.
 */
export class KnownStatements {
  private readonly known = new Map<string, KnownStatement>();

  /** The statement to bind, to be parsed first when `isNew`. */
  take({ sql, role }: Pick<Statement, 'sql' | 'role'>): KnownStatement & { isNew: boolean } {
    const name = nameFor(role, sql);
    const known = this.known.get(name);
    if (known) return { ...known, isNew: false };
    return { name: this.known.size < MOST ? name : '', fields: undefined, isNew: true };
  }

  /** Remembers what a statement answers: the server changes it for no statement it has parsed. */
  learn(name: string, fields: readonly Field[]): void {
    if (name !== '') this.known.set(name, { name, fields });
  }
}

function nameFor(role: string, sql: string): string {
  const key = `${role} ${sql}`;
  const found = names.get(key);
  if (found !== undefined) return found;
  const name = createHash('sha256').update(key).digest('base64url').slice(0, 24);
  if (names.size < MOST) names.set(key, name);
  return name;
}
