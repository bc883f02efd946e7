import type { LocalDate } from './time/index.js';

/**
 * From which instant of the partner's world a record was last written: the last day of the period
 * for a monthly photo, the event's own day for a notice or a person's act (exchange.md 7.e.2).
 */
export interface AsOf {
  readonly on: LocalDate;
  /** Sequence of the file; 0 for an act by page or API. */
  readonly sequence: number;
  /** Physical line of the file; 0 for an act by page or API. */
  readonly line: number;
}

/**
 * True when something known at `incoming` may write over what is known at `current`: the greatest
 * triple wins, so the order of delivery does not matter.
 */
export function isNotOlder(incoming: AsOf, current: AsOf | null): boolean {
  if (!current) return true;
  if (incoming.on !== current.on) return incoming.on > current.on;
  if (incoming.sequence !== current.sequence) return incoming.sequence > current.sequence;
  return incoming.line >= current.line;
}

/** A record found as it is told, and since when that is known; null when nothing said of it is left. */
export interface Confirmation {
  readonly id: string;
  readonly asOf: AsOf | null;
}

/**
 * What a record needs when all that is told of it is what it says: its date moves where what was said last
 * bears another one, and nothing else is written, since nobody has anything new to read.
 */
export function confirmationOf(
  { id, asOf: current }: Confirmation,
  asOf: AsOf | null,
): Confirmation | null {
  const isSame =
    current?.on === asOf?.on &&
    current?.sequence === asOf?.sequence &&
    current?.line === asOf?.line;
  return isSame ? null : { id, asOf };
}
