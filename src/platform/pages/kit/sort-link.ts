import type { Column } from './data-table.js';

/** A column and the way round it is sorted: `nom`, or `-nom` from the end. */
export type SortWord<By extends string> = By | `-${By}`;

/** The link of a header: sorts by its column, or the other way round where it already does. */
export function sortLink<By extends string>(
  current: string,
  by: By,
  hrefOf: (sort: SortWord<By>) => string,
): NonNullable<Column<never>['sort']> {
  if (current === by) return { href: hrefOf(`-${by}`), now: 'ascending' };
  return { href: hrefOf(by), now: current === `-${by}` ? 'descending' : undefined };
}
