import { doorFault } from '../catalogue/door-faults.js';
import type { DoorFault } from '../catalogue/door-fault.js';

/** Earlier files a photo is compared with, and how long they must usually be to say anything. */
export const EARLIER_PHOTOS = 6;
const LEAST_USUAL = 20;
const LOWEST = 0.5;
const HIGHEST = 2;

/**
 * Whether a photo has far fewer or far more rows than usual, the median of the six before it
 * (exchange.md 6.4 #71, 7.e.7; contract.md 3). It is then held until its emitter confirms it.
 */
export function checkVolume(rows: number, earlier: readonly number[]): DoorFault[] {
  if (earlier.length < EARLIER_PHOTOS) return [];
  const usual = median(earlier);
  const isUsual = rows >= usual * LOWEST && rows <= usual * HIGHEST;
  if (usual < LEAST_USUAL || isUsual) return [];
  return [doorFault('DERIVE_VOLUME', { lignes: rows, habituel: Math.round(usual) })];
}

function median(counts: readonly number[]): number {
  const sorted = counts.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  const high = sorted[Math.floor(middle)] ?? 0;
  return (low + high) / 2;
}
