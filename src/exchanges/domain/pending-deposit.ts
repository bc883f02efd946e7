import type { FileNature } from '../deposit/index.js';

const MINUTE = 60_000;

/** How long a file put down on a page waits to be deposited: it names people, and nobody owns it yet. */
export const PENDING_MILLIS = 60 * MINUTE;

/** How many files of one person wait at a time. */
export const MOST_PENDING = 5;

/** What a person says of the file to deposit; the service measures the rest. */
export interface DepositChoice {
  readonly flow: string;
  readonly mode: 'P' | 'T';
  /** A month; ignored for nature S, which is of the day. */
  readonly period: string;
  readonly nature: FileNature;
}

/** True for what is said of a month without a row: nothing to say, or all of it taken back. */
export function isWithoutRows(nature: FileNature): boolean {
  return nature === 'N' || nature === 'A';
}
