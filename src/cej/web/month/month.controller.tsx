import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock, localDateIn, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { People, type PersonRecord } from '../../../people/index.js';
import { writeCsv } from '../../../platform/csv/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CountedAs, CurrentActor } from '../../../platform/security/index.js';
import { ConsultMonth, type MonthRequest, type MonthRow } from '../../use-cases/consult-month.js';
import { ADVISERS } from '../adviser-roles.js';
import { EXPORT_HEADER, exportRow } from './month-export.js';
import { monthPage } from './month.page.js';
import { presentMonth } from './month.presenter.js';
import { MONTH_TABS, readMonthSearch, type MonthSearch } from './month-search.js';

/** The monthly list of the adviser: who serves, who left, what comes near (F18). */
@ApiExcludeController()
@Controller()
export class CejMonthController {
  constructor(
    private readonly consult: ConsultMonth,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get('cej')
  @Allow(ADVISERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const today = await this.today(actor);
    const search = readMonthSearch(query, today);
    const unitName = await this.unitNames();
    const asked = { ...askedOf(search), today, page: search.page };
    const view = await this.consult.execute(asked, actor, async (list) => {
      const people = await this.peopleOf(list.rows);
      return presentMonth({ search, today, list, people, unitName });
    });
    return monthPage(search, view);
  }

  @Get('cej.csv')
  @CountedAs('export')
  @Allow(ADVISERS)
  async file(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<StreamableFile> {
    const today = await this.today(actor);
    const search = readMonthSearch(query, today);
    const unitName = await this.unitNames();
    const asked = { ...askedOf(search), today, page: null };
    const lines = await this.consult.execute(asked, actor, async ({ rows }) => {
      const people = await this.peopleOf(rows);
      return rows.map((row) => exportRow(row, { people, unitName }));
    });
    return new StreamableFile(Readable.from(writeCsv(EXPORT_HEADER, lines, { bom: true })), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="cej-${search.month}.csv"`,
    });
  }

  private async peopleOf(rows: readonly MonthRow[]): Promise<ReadonlyMap<string, PersonRecord>> {
    const found = await this.people.byIds(rows.map(({ contract }) => contract.personId));
    return new Map(found.map((person) => [person.id, person]));
  }

  private async unitNames(): Promise<(id: string) => string> {
    const units = await this.organisations.all('unit');
    const names = new Map(units.map(({ id, usualName }) => [id, usualName]));
    return (id) => names.get(id) ?? '';
  }

  private async today(actor: PersonActor): Promise<LocalDate> {
    const own = await this.organisations.byId(actor.organisation.id);
    return localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
  }
}

function askedOf({ month, tab }: MonthSearch): Pick<MonthRequest, 'month' | 'view'> {
  return { month, view: MONTH_TABS[tab].view };
}
