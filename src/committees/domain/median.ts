/** How many waited so many days. */
export interface Wait {
  readonly days: number;
  readonly total: number;
}

/** The days that half of them waited at most; null of nobody. */
export function medianOf(waits: readonly Wait[]): number | null {
  const everyone = waits.reduce((sum, { total }) => sum + total, 0);
  let counted = 0;
  for (const { days, total } of waits.toSorted((one, other) => one.days - other.days)) {
    counted += total;
    if (counted * 2 >= everyone && total > 0) return days;
  }
  return null;
}
