import type { FileNature } from './file-name.js';

/** A file of a slot. */
export interface SlotFile {
  readonly nature: FileNature;
  readonly sequence: number;
}

/** Each of these takes back what came before it. */
const REPLACEMENTS: readonly FileNature[] = ['R', 'A'];

/** True for the natures that take back the files of the slot before them (exchange.md 7.e.3-4). */
export function isReplacement(nature: FileNature): boolean {
  return REPLACEMENTS.includes(nature);
}

/** Files of a slot below this sequence are taken back by a later one; 0 when none is. */
export function replacedBelow(files: readonly SlotFile[]): number {
  return greatest(files.filter(({ nature }) => isReplacement(nature)));
}

/** What the slot was told, all its files considered, whatever the order they came in. */
export function toldState(files: readonly SlotFile[]): 'expected' | 'received' | 'nil' {
  const since = replacedBelow(files);
  const standing = files.filter(({ nature, sequence }) => nature !== 'A' && sequence >= since);
  if (standing.some(({ nature }) => nature !== 'N')) return 'received';
  return standing.length > 0 ? 'nil' : 'expected';
}

/** True when something was stated since the last annulation, which makes the slot expected again. */
export function isStated(files: readonly SlotFile[]): boolean {
  const since = greatest(files.filter(({ nature }) => nature === 'A'));
  return files.some(({ nature, sequence }) => sequence > since && nature !== 'A' && nature !== 'C');
}

function greatest(files: readonly SlotFile[]): number {
  return files.reduce((last, { sequence }) => Math.max(last, sequence), 0);
}
