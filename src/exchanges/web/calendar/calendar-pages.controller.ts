import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { FormValues, viewerOf, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ConsultCalendar } from '../../use-cases/consult-calendar.js';
import { calendarPage } from './page.js';
import { calendarWords, yearIn } from './presenter.js';

const READERS = { roles: ['exchange-operator', 'ml-manager', 'unit-manager'] } as const;

/** The calendar of what an organisation sends. */
@ApiExcludeController()
@Controller('echanges/calendrier')
export class CalendarPagesController {
  constructor(private readonly calendar: ConsultCalendar) {}

  @Get()
  @Allow(READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const found = await this.calendar.execute(yearIn(new FormValues(query).text('annee')), actor);
    const timeZone = viewerOf(actor)?.timeZone ?? 'Europe/Paris';
    const canDeposit = actor.role === 'exchange-operator';
    return calendarPage(calendarWords(found, { timeZone, canDeposit }));
  }
}
