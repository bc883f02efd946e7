/** Earlier photos a photo is compared with, and how long they must usually be to say anything (exchange.md 7.e.7). */
export const EARLIER_PHOTOS = 6;
export const LEAST_USUAL = 20;

/** The value in the middle, or between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  const high = sorted[Math.floor(middle)] ?? 0;
  return (low + high) / 2;
}
