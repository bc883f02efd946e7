import type { LocalDate } from '../../kernel/index.js';
import type { CutFacts } from '../domain/figures.js';

/** Counts of everyone: no row, no name, nothing that could be asked of one person (PRV-20). */
export abstract class FigureQueries {
  /** What took place from a day to another, both included, as it was known of on the last one. */
  abstract of(firstOn: LocalDate, lastOn: LocalDate): Promise<CutFacts>;
}
