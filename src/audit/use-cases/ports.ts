import type { ReadingBounds } from '../domain/reading-bound.rules.js';
import type { JournalLine, JournalReach, JournalSearch } from '../domain/journal.js';

/** Where a page of the journal begins: after this line, going back in time. */
export interface JournalPosition {
  readonly at: string;
  readonly id: string;
}

/** Reads the journal, latest first; only inside a unit of work with the lens `journal`. */
export abstract class JournalQueries {
  abstract lines(
    search: JournalSearch,
    reach: JournalReach,
    range: { readonly after: JournalPosition | null; readonly limit: number },
  ): Promise<readonly JournalLine[]>;
  /** How many lines there are, counted up to `most`. */
  abstract count(search: JournalSearch, reach: JournalReach, most: number): Promise<number>;
}

/** How many young people accounts may read in a day, in this deployment. */
export abstract class ReadingLimits {
  abstract readonly bounds: ReadingBounds;
}
