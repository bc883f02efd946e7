import { encodeCursor } from './cursor.js';

/** One page of a list (contract.md 2). */
export interface Page<T> {
  readonly items: T[];
  /** The cursor of the next page; `null` on the last one. */
  readonly next: string | null;
  /** Items of the whole list, with the same filters. */
  readonly total: number;
}

/** What was read for a page: up to `limit + 1` rows, the last telling that more follow. */
export interface PageRows<T> {
  readonly rows: readonly T[];
  readonly limit: number;
  readonly total: number;
  /** The parts the list sorts by, unique together. */
  readonly positionOf: (row: T) => readonly (string | number)[];
  /** Name of the list, which goes into the cursor: that of another list is refused. */
  readonly list: string;
  /** What was asked: its filters go into the cursor. */
  readonly search?: object;
}

/** The page of what was read. */
export function pageOf<T>({ rows, limit, total, positionOf, list, search }: PageRows<T>): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, next: hasMore ? encodeCursor(positionOf(last), list, search) : null, total };
}

/** The same page seen otherwise. */
export function mapPage<T, View>(page: Page<T>, view: (item: T) => View): Page<View> {
  return { ...page, items: page.items.map(view) };
}
