import type { Actor, Instant, Month } from '../../kernel/index.js';
import type { Side } from '../domain/code-lists.js';
import type { EvaluationNote } from '../domain/evaluation-note.js';

/** What finds the notes of a pair: each side has one at most. */
export interface NoteKey {
  readonly missionLocaleId: string;
  readonly unitId: string;
  readonly contingent: Month;
}

/** The place of a note in the list of the API. */
export interface NotePosition {
  readonly at: Instant;
  readonly id: string;
}

/** A note and the instant at which it was written first. */
export interface ListedNote {
  readonly note: EvaluationNote;
  readonly createdAt: Instant;
}

/** Notes; row-level security leaves those that the caller shares. */
export abstract class EvaluationNotes {
  abstract one(key: NoteKey, side: Side): Promise<EvaluationNote | null>;
  /** @throws Error for a note that the caller does not share */
  abstract listed(id: string): Promise<ListedNote>;
  /** The latest first. */
  abstract page(
    limit: number,
    after: NotePosition | null,
  ): Promise<{ items: ListedNote[]; total: number }>;
  /** The latest contingents first. */
  abstract latest(limit: number): Promise<EvaluationNote[]>;
  /** @throws ChangedMeanwhile when it is no longer the version that was read */
  abstract save(note: EvaluationNote, before: EvaluationNote | null, actor: Actor): Promise<void>;
}
