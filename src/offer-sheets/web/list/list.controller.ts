import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isTerritoryCode, type PersonActor } from '../../../kernel/index.js';
import { FormValues, type Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { SheetPresenter } from '../../http/sheet.presenter.js';
import { ConsultSheets, MOST_SHEETS } from '../../use-cases/consult-sheets.js';
import { PUBLISHERS, SHEET_PAGE_READERS } from '../sheet-words.js';
import { listPage } from './list.page.js';

/** What every unit offers; a unit sees its own. */
@ApiExcludeController()
@Controller('offres')
export class SheetListController {
  constructor(
    private readonly consult: ConsultSheets,
    private readonly presenter: SheetPresenter,
  ) {}

  @Get()
  @Allow(SHEET_PAGE_READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const typed = new FormValues(query).text('territoire');
    const territory = isTerritoryCode(typed) ? typed : null;
    const filter = territory === null ? {} : { territory };
    const { items } = await this.consult.page(filter, MOST_SHEETS, null, actor);
    const rows = await this.presenter.views(items);
    return listPage({
      rows: rows.toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, 'fr')),
      territory,
      isOfUnit: actor.organisation.kind === 'unit',
      mayPublish: PUBLISHERS.roles.some((role) => role === actor.role),
    });
  }
}
