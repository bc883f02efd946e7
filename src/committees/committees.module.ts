import { Module } from '@nestjs/common';
import { DatabaseFigureQueries } from './db/database-figure-queries.js';
import { DatabaseEditionShelf } from './db/database-edition-shelf.js';
import { DatabaseNoteCounts } from './db/database-note-counts.js';
import { FiguresApiController } from './http/figures-api.controller.js';
import { FigureReader } from './use-cases/figure-reader.js';
import { FreezeReport } from './use-cases/freeze-report.js';
import { EditionShelf, FigureQueries } from './use-cases/ports.js';
import { NoteCounts } from './use-cases/note-counts.js';
import { ReadFigures } from './use-cases/read-figures.js';
import { ReadNoteCounts } from './use-cases/read-note-counts.js';
import { ReadReport } from './use-cases/read-report.js';
import { IndicatorController } from './web/indicator/indicator.controller.js';
import { IndicatorsController } from './web/overview/overview.controller.js';
import { EditionsController } from './web/editions/editions.controller.js';
import { CommitteeNotesController } from './web/notes/notes.controller.js';
import { ReportController } from './web/report/report.controller.js';

/** What the follow-up committee reads: counts of everyone, nobody's name. */
@Module({
  controllers: [
    IndicatorsController,
    IndicatorController,
    ReportController,
    EditionsController,
    CommitteeNotesController,
    FiguresApiController,
  ],
  providers: [
    { provide: FigureQueries, useClass: DatabaseFigureQueries },
    { provide: EditionShelf, useClass: DatabaseEditionShelf },
    FigureReader,
    ReadFigures,
    ReadReport,
    FreezeReport,
    { provide: NoteCounts, useClass: DatabaseNoteCounts },
    ReadNoteCounts,
  ],
  exports: [ReadFigures],
})
export class CommitteesModule {}
