import type { Instant } from '../../kernel/index.js';
import { doorFault } from '../catalogue/door-faults.js';
import type { DoorFault } from '../catalogue/door-fault.js';
import type { FileNature } from './file-name.js';

/** The slot a photo falls into. */
export interface SlotWindow {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/**
 * Whether the slot of a period takes this file now (exchange.md 6.4 #67-69). Notices have no slot:
 * they may come at any time.
 */
export function checkSlot(
  nature: FileNature,
  period: string,
  slot: SlotWindow,
  naturesReceived: readonly FileNature[],
  now: Instant,
): DoorFault[] {
  if (now < slot.opensAt) return [doorFault('PERIODE_FUTURE', { periode: period })];
  if (now >= slot.closesAt) return [doorFault('PERIODE_CLOSE', { periode: period })];
  const hasStatement = naturesReceived.some((known) => known === 'I' || known === 'N');
  const isStatement = nature === 'I' || nature === 'N';
  return isStatement && hasStatement
    ? [doorFault('PERIODE_DEJA_DEPOSEE', { periode: period })]
    : [];
}
