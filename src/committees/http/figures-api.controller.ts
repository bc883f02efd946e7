import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '../../kernel/index.js';
import { Allow, CountedAs, CurrentActor } from '../../platform/security/index.js';
import { askedPeriod, askedPlaces } from '../domain/figure-filter.rules.js';
import { reportOf } from '../domain/report/report.js';
import { ReadFigures } from '../use-cases/read-figures.js';
import { ReadReport } from '../use-cases/read-report.js';
import { COMMITTEE, EDITION_READERS } from '../web/committee-roles.js';
import { FiguresRequest } from './figures.request.js';
import {
  FiguresView,
  ReportListView,
  ReportView,
  viewOfFigures,
  viewOfReport,
} from './report.view.js';

/** Indicators and annual reports, masked as the pages are (PRV-19): the same model, the same roles. */
@ApiTags('Indicateurs et rapports')
@Controller('api/v1')
export class FiguresApiController {
  constructor(
    private readonly figures: ReadFigures,
    private readonly reports: ReadReport,
  ) {}

  /** The indicators of a period, by place, beside those of a year before. */
  @Get('indicators')
  @CountedAs('export')
  @Allow(COMMITTEE)
  @ApiOkResponse({ type: FiguresView })
  async indicators(
    @Query() query: FiguresRequest,
    @CurrentActor() actor: PersonActor,
  ): Promise<FiguresView> {
    const period = askedPeriod(this.figures.periods(), query);
    const read = await this.figures.execute(period, 'api', actor);
    return viewOfFigures(reportOf(read), askedPlaces(read.places.all, query), read.frozenAt);
  }

  /** The years that have a report, each with the hash of its edition. */
  @Get('reports')
  @Allow(EDITION_READERS)
  @ApiOkResponse({ type: ReportListView })
  async list(@CurrentActor() actor: PersonActor): Promise<ReportListView> {
    const years = await this.reports.years(actor);
    return {
      items: years.map(({ period: { year }, edition }) => ({
        year,
        frozenAt: edition?.frozenAt ?? null,
        sha256: edition?.sha256 ?? null,
      })),
    };
  }

  /** The report of a year: what was frozen, or what it is now. */
  @Get('reports/:year')
  @CountedAs('export')
  @Allow(COMMITTEE)
  @ApiOkResponse({ type: ReportView })
  async one(@Param('year') year: string, @CurrentActor() actor: PersonActor): Promise<ReportView> {
    const { report, edition } = await this.reports.execute(year, 'api', actor);
    return viewOfReport(report, edition);
  }
}
