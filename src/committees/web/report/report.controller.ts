import { Readable } from 'node:stream';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { writeCsv } from '../../../platform/csv/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CountedAs, CurrentActor } from '../../../platform/security/index.js';
import { ReadReport } from '../../use-cases/read-report.js';
import { COMMITTEE } from '../committee-roles.js';
import { FIGURE_HEADER, figureLines } from '../figure-rows.js';
import { reportOds, reportPdf } from './report-files.js';
import { reportPage } from './report.page.js';
import { statusOf } from './report-status.js';

/** The annual report, as a page and as files: one model, so that they never differ. */
@ApiExcludeController()
@Controller('rapport')
export class ReportController {
  constructor(private readonly reports: ReadReport) {}

  @Get(':annee.pdf')
  @CountedAs('export')
  @Allow(COMMITTEE)
  async pdf(
    @Param('annee') year: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    const read = await this.reports.execute(year, 'pdf', actor);
    const bytes = await reportPdf(read.report, statusOf(read));
    return fileOf(bytes, year, 'pdf', 'application/pdf');
  }

  @Get(':annee.ods')
  @CountedAs('export')
  @Allow(COMMITTEE)
  async ods(
    @Param('annee') year: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    const read = await this.reports.execute(year, 'ods', actor);
    const bytes = await reportOds(read.report, statusOf(read));
    return fileOf(bytes, year, 'ods', 'application/vnd.oasis.opendocument.spreadsheet');
  }

  @Get(':annee.csv')
  @CountedAs('export')
  @Allow(COMMITTEE)
  async csv(
    @Param('annee') year: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    const { report } = await this.reports.execute(year, 'csv', actor);
    return new StreamableFile(
      Readable.from(writeCsv(FIGURE_HEADER, figureLines(report), { bom: true })),
      { type: 'text/csv; charset=utf-8', disposition: dispositionOf(year, 'csv') },
    );
  }

  @Get(':annee.json')
  @CountedAs('export')
  @Allow(COMMITTEE)
  async text(
    @Param('annee') year: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    const text = await this.reports.text(year, actor);
    return fileOf(Buffer.from(text), year, 'json', 'application/json');
  }

  @Get(':annee')
  @Allow(COMMITTEE)
  async page(@Param('annee') year: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const read = await this.reports.execute(year, 'page', actor);
    return reportPage(read.report, statusOf(read), read.edition !== null);
  }
}

function fileOf(bytes: Uint8Array, year: string, extension: string, type: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: dispositionOf(year, extension) });
}

/** @param year four digits: whatever else was asked for has no report */
function dispositionOf(year: string, extension: string): string {
  return `attachment; filename="rapport-annuel-${year}.${extension}"`;
}
