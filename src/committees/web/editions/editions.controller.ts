import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm } from '../../../platform/http/index.js';
import { SeeOther, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { FreezeReport } from '../../use-cases/freeze-report.js';
import { ReadReport } from '../../use-cases/read-report.js';
import { ADMINISTRATION, EDITION_READERS } from '../committee-roles.js';
import { REPORT_PATH } from '../report/report-href.js';
import { editionsPage, freezePage } from './editions.page.js';

/** The years of the report, and the act that freezes one. */
@ApiExcludeController()
@Controller('rapport')
export class EditionsController {
  constructor(
    private readonly reports: ReadReport,
    private readonly freezing: FreezeReport,
  ) {}

  @Get()
  @Allow(EDITION_READERS)
  async list(@CurrentActor() actor: PersonActor): Promise<Page> {
    return editionsPage(await this.reports.years(actor), actor.role);
  }

  @Get(':annee/figer')
  @Allow(ADMINISTRATION)
  async ask(@Param('annee') year: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return freezePage(await this.freezing.ask(year, actor));
  }

  @Post(':annee/figer')
  @HttpCode(303)
  @Allow(ADMINISTRATION)
  @AcceptsForm()
  async freeze(
    @Param('annee') year: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<SeeOther> {
    await this.freezing.execute(year, actor);
    return new SeeOther(REPORT_PATH, { tone: 'success', text: `Rapport ${year} figé.` });
  }
}
