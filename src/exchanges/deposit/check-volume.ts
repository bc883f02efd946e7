import { doorFault } from '../catalogue/door-faults.js';
import type { DoorFault } from '../catalogue/door-fault.js';
import { EARLIER_PHOTOS, LEAST_USUAL, median } from './usual.js';

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
