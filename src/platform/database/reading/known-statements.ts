import { createHash } from 'node:crypto';
import type { Statement } from './statement-batch.js';

/** Statements a connection keeps: each holds memory of the server. */
const MOST = 200;

const names = new Map<string, string>();

/**
 * What one connection has already parsed. A statement gets a name of its own for each role, because
 * PostgreSQL plans again when another role runs it; beyond 200, statements are parsed each time.
 */
export class KnownStatements {
  private readonly known = new Set<string>();

  /** The name to bind; empty = unnamed. `isNew` = to be parsed first. */
  nameOf({ sql, role }: Pick<Statement, 'sql' | 'role'>): { name: string; isNew: boolean } {
    const name = nameFor(role, sql);
    if (this.known.has(name)) return { name, isNew: false };
    if (this.known.size >= MOST) return { name: '', isNew: true };
    this.known.add(name);
    return { name, isNew: true };
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
