import { Module } from '@nestjs/common';
import { DatabaseFigureQueries } from './db/database-figure-queries.js';
import { FigureQueries } from './use-cases/ports.js';
import { ReadFigures } from './use-cases/read-figures.js';
import { ReadReport } from './use-cases/read-report.js';
import { IndicatorController } from './web/indicator/indicator.controller.js';
import { IndicatorsController } from './web/overview/overview.controller.js';
import { ReportController } from './web/report/report.controller.js';

/** What the follow-up committee reads: counts of everyone, nobody's name. */
@Module({
  controllers: [IndicatorsController, IndicatorController, ReportController],
  providers: [{ provide: FigureQueries, useClass: DatabaseFigureQueries }, ReadFigures, ReadReport],
  exports: [ReadFigures],
})
export class CommitteesModule {}
