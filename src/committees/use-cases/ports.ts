import type { Instant, LocalDate } from '../../kernel/index.js';
import type { CutFacts } from '../domain/figures.js';
import type { EditionContent } from '../domain/report/edition.js';
import type { Report } from '../domain/report/report.js';

/** Counts of everyone: no row, no name, nothing that could be asked of one person (PRV-20). */
export abstract class FigureQueries {
  /** What took place from a day to another, both included, as it was known of on the last one. */
  abstract of(firstOn: LocalDate, lastOn: LocalDate): Promise<CutFacts>;
}

/** An edition without what it says. */
export interface EditionLine {
  readonly year: number;
  readonly frozenAt: Instant;
  /** SHA-256 of its text, in hexadecimal. */
  readonly sha256: string;
}

/** A report that was frozen. */
export interface Edition extends EditionLine {
  /** The text that was hashed. */
  readonly text: string;
  readonly report: Report;
  /** True when the text, hashed again now, gives the hash that was kept. */
  readonly isIntact: boolean;
}

/** Where editions are kept; nothing there is ever changed or taken away. */
export abstract class EditionShelf {
  abstract all(): Promise<EditionLine[]>;
  abstract of(year: number): Promise<Edition | undefined>;
  /** False when the year has its edition already: that one stays. */
  abstract keep(content: EditionContent): Promise<boolean>;
}
