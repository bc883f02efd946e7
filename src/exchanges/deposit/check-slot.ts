import type { Instant } from '../../kernel/index.js';
import { doorFault } from '../catalogue/door-faults.js';
import type { DoorFault } from '../catalogue/door-fault.js';
import type { FileNature } from './file-name.js';
import { isStated, replacedBelow, type SlotFile } from './slot-version.js';

/** The slot a photo falls into. */
export interface SlotWindow {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** Each of these says all there is to say of the slot; C only completes. */
const STATEMENTS: readonly FileNature[] = ['I', 'N', 'R', 'A'];

/**
 * Whether the slot of a period takes this file now (exchange.md 6.4 #67-72). Notices have no slot: they
 * may come at any time. `accepted` holds the other files of the slot that were not refused.
 */
export function checkSlot(
  file: SlotFile,
  period: string,
  slot: SlotWindow,
  accepted: readonly SlotFile[],
  now: Instant,
): DoorFault[] {
  const details = { periode: period };
  if (now < slot.opensAt) return [doorFault('PERIODE_FUTURE', details)];
  if (now >= slot.closesAt) return [doorFault('PERIODE_CLOSE', details)];
  const { nature, sequence } = file;
  if (!STATEMENTS.includes(nature)) return [];
  if (sequence < replacedBelow(accepted)) return [doorFault('DOUBLON_ANCIEN', details)];
  if (nature === 'R') return isStated(accepted) ? [] : [doorFault('REMPLACEMENT_SANS_INITIAL', {})];
  const isSecond = nature !== 'A' && isStated(accepted);
  return isSecond ? [doorFault('PERIODE_DEJA_DEPOSEE', details)] : [];
}
