import type { ColumnTypes, Row } from './row-set.js';

/** A set taken apart: what is the same in every row, and the columns that are not. */
export interface SharedValues {
  /** Values of the parameters of `select`, in their order. */
  readonly values: readonly unknown[];
  readonly varying: ColumnTypes;
  /** Every column of the set, in the order of its columns: a parameter, or a column of `s`. */
  readonly select: string;
}

/**
 * Takes apart what all rows of a set share: who acts, by which file, for whom. Said once with the
 * statement, it is neither written for each row, nor sent, nor read again.
 */
export function sharedValues(columns: ColumnTypes, rows: readonly Row[]): SharedValues {
  const values: unknown[] = [];
  const varying: Record<string, string> = {};
  const select: string[] = [];
  for (const [name, type] of Object.entries(columns)) {
    if (isShared(name, rows)) {
      values.push(rows[0]?.[name] ?? null);
      select.push(`$${values.length}::${type} as ${name}`);
    } else {
      varying[name] = type;
      select.push(`s.${name}`);
    }
  }
  return { values, varying, select: select.join(', ') };
}

/** A list or an object is never the same as another one. */
function isShared(name: string, rows: readonly Row[]): boolean {
  const first = rows[0]?.[name] ?? null;
  if (typeof first === 'object' && first !== null) return false;
  return rows.every((row) => (row[name] ?? null) === first);
}
