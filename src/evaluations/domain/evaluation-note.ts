import type { LocalDate, Month } from '../../kernel/index.js';
import type { EvaluationPoint, Side } from './code-lists.js';

/** The points of one side: what worked, what to improve. */
export interface NotePoints {
  readonly worked: readonly EvaluationPoint[];
  readonly improve: readonly EvaluationPoint[];
}

/**
 * What one side says of the work with the other, at the end of a contingent (F17). Shared as soon as it is
 * written; each side writes its own.
 */
export interface EvaluationNote extends NotePoints {
  readonly id: string;
  readonly missionLocaleId: string;
  readonly unitId: string;
  /** The month in which the contingent ended. */
  readonly contingent: Month;
  readonly side: Side;
  /** The day of its author's territory. */
  readonly writtenOn: LocalDate;
  readonly version: number;
}
