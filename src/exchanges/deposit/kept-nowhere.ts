import type { DoorFault } from '../catalogue/index.js';
import type { FileSource } from './measure-file.js';

/** True with a column named after what must never travel: not one byte is kept (exchange.md 6.3 #54). */
export function isKeptNowhere(faults: readonly Pick<DoorFault, 'code' | 'precision'>[]): boolean {
  return faults.some(({ code, precision }) => code === 'extra-label' && precision === 'INTERDITE');
}

/** Of such a file, what was found stays to be read; its bytes do not. */
export const NO_BYTES: FileSource = async function* () {};
