import type { LocalDate } from '../../kernel/index.js';

/** How many notes of one side say a point; the empty point is the notes themselves. */
export interface NoteCount {
  readonly point: string;
  readonly kind: 'worked' | 'improve' | 'notes';
  readonly side: 'mission-locale' | 'unit';
  readonly total: number;
}

/** Counts of what missions locales and units say of their work together: of no body by its name. */
export abstract class NoteCounts {
  /** Of the contingents that ended from a day to another, both included. */
  abstract of(firstOn: LocalDate, lastOn: LocalDate): Promise<NoteCount[]>;
}
