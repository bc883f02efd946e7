import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { writeCsv } from '../../../platform/csv/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CountedAs, CurrentActor } from '../../../platform/security/index.js';
import { reportOf } from '../../domain/report/report.js';
import { ReadFigures } from '../../use-cases/read-figures.js';
import { COMMITTEE } from '../committee-roles.js';
import { chosenPeriod, chosenPlace, readFigureAddress } from '../figure-search.js';
import { FIGURE_HEADER, figureLines } from '../figure-rows.js';
import { overviewPage } from './overview.page.js';
import { keyFigures, presentThemes } from './overview.presenter.js';

/** The indicators of the committee: counts and rates, nobody's name. */
@ApiExcludeController()
@Controller()
export class IndicatorsController {
  constructor(private readonly figures: ReadFigures) {}

  @Get('indicateurs')
  @Allow(COMMITTEE)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const address = readFigureAddress(query);
    const periods = this.figures.periods();
    const period = chosenPeriod(periods, address);
    const read = await this.figures.execute(period, 'page', actor);
    const place = chosenPlace(read.places, address);
    return overviewPage({
      periods,
      period,
      before: read.before,
      frozenAt: read.frozenAt,
      places: read.places,
      place,
      keys: keyFigures(read, place),
      themes: presentThemes(read, place),
    });
  }

  @Get('indicateurs.csv')
  @CountedAs('export')
  @Allow(COMMITTEE)
  async file(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<StreamableFile> {
    const period = chosenPeriod(this.figures.periods(), readFigureAddress(query));
    const read = await this.figures.execute(period, 'csv', actor);
    return new StreamableFile(
      Readable.from(writeCsv(FIGURE_HEADER, figureLines(reportOf(read)), { bom: true })),
      {
        type: 'text/csv; charset=utf-8',
        disposition: `attachment; filename="indicateurs-${period.code}.csv"`,
      },
    );
  }
}
