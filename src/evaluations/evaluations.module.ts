import { Module } from '@nestjs/common';
import { DatabaseEvaluationNotes } from './db/database-evaluation-notes.js';
import { EvaluationsController } from './http/evaluations.controller.js';
import { ConsultNotes } from './use-cases/consult-notes.js';
import { EvaluationNotes } from './use-cases/ports.js';
import { WriteNote } from './use-cases/write-note.js';
import { NoteListController } from './web/list.controller.js';
import { WriteNoteController } from './web/write.controller.js';

/** What missions locales and units say of their work together. */
@Module({
  controllers: [EvaluationsController, NoteListController, WriteNoteController],
  providers: [
    { provide: EvaluationNotes, useClass: DatabaseEvaluationNotes },
    WriteNote,
    ConsultNotes,
  ],
  exports: [EvaluationNotes],
})
export class EvaluationsModule {}
