import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '../../kernel/index.js';
import type { Side } from '../domain/code-lists.js';
import type { EvaluationNote } from '../domain/evaluation-note.js';
import { EvaluationNotes, type ListedNote, type NoteKey, type NotePosition } from './ports.js';

/** Notes shown on the page: those of the last contingents. */
export const MOST_NOTES = 200;

/** Reads notes. They name nobody: the journal tells nothing of it. */
@Injectable()
export class ConsultNotes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notes: EvaluationNotes,
  ) {}

  page(
    limit: number,
    after: NotePosition | null,
    actor: Actor,
  ): Promise<{ items: ListedNote[]; total: number }> {
    return this.unitOfWork.read(actor, () => this.notes.page(limit, after));
  }

  /** A note that the caller has just written. */
  listed(id: string, actor: Actor): Promise<ListedNote> {
    return this.unitOfWork.read(actor, () => this.notes.listed(id));
  }

  latest(actor: Actor): Promise<EvaluationNote[]> {
    return this.unitOfWork.read(actor, () => this.notes.latest(MOST_NOTES));
  }

  one(key: NoteKey, side: Side, actor: Actor): Promise<EvaluationNote | null> {
    return this.unitOfWork.read(actor, () => this.notes.one(key, side));
  }
}
