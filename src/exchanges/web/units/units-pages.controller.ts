import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { FormValues, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ConsultUnitMonths } from '../../use-cases/consult-unit-months.js';
import { unitsPage } from './page.js';
import { monthIn, unitGridWords } from './presenter.js';

/** Those who exchange, those who follow the exchanges, and who runs the service: nobody is named. */
const READERS = {
  roles: [
    ...['exchange-operator', 'ml-manager', 'unit-manager'],
    ...['committee-member', 'national-pilot', 'admin'],
  ],
} as const;

/** Where the files of the units stand, month by month. */
@ApiExcludeController()
@Controller('echanges/unites')
export class UnitsPagesController {
  constructor(private readonly unitMonths: ConsultUnitMonths) {}

  @Get()
  @Allow(READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const asked = monthIn(new FormValues(query).text('mois'));
    const { role, organisation } = actor;
    const grid = await this.unitMonths.execute(asked, actor);
    const words = unitGridWords(grid, {
      own: organisation,
      canDeposit: role === 'exchange-operator',
      isAdmin: role === 'admin',
    });
    return unitsPage(words, organisation.kind !== 'national');
  }
}
