import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { FiguresNotFound } from '../../domain/errors.js';
import { indicatorOf } from '../../domain/indicator-list.js';
import { ReadFigures } from '../../use-cases/read-figures.js';
import { COMMITTEE } from '../committee-roles.js';
import { chosenPeriod, readFigureAddress } from '../figure-search.js';
import { indicatorPage } from './indicator.page.js';

/** One indicator of the committee, place by place. */
@ApiExcludeController()
@Controller('indicateurs')
export class IndicatorController {
  constructor(private readonly figures: ReadFigures) {}

  @Get(':code')
  @Allow(COMMITTEE)
  async page(
    @Param('code') code: string,
    @Query() query: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const indicator = indicatorOf(code);
    if (!indicator) throw new FiguresNotFound();
    const periods = this.figures.periods();
    const period = chosenPeriod(periods, readFigureAddress(query));
    return indicatorPage(indicator, await this.figures.execute(period, code, actor), periods);
  }
}
