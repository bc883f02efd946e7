import { Module } from '@nestjs/common';
import { DatabaseJournalQueries } from './db/database-journal-queries.js';
import { ConsultJournal } from './use-cases/consult-journal.js';
import { JournalQueries } from './use-cases/ports.js';
import { JournalController } from './web/journal/journal.controller.js';

/** The pages that read the journal. */
@Module({
  controllers: [JournalController],
  providers: [{ provide: JournalQueries, useClass: DatabaseJournalQueries }, ConsultJournal],
})
export class JournalModule {}
