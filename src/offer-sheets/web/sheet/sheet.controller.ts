import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { ResourceId } from '../../../platform/http/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { SheetPresenter } from '../../http/sheet.presenter.js';
import { ConsultSheets } from '../../use-cases/consult-sheets.js';
import { PUBLISHERS, SHEET_PAGE_READERS } from '../sheet-words.js';
import { sheetPage } from './sheet.page.js';

/** One sheet, to read, print and hand over; the unit sees the versions before it. */
@ApiExcludeController()
@Controller('offres')
export class SheetController {
  constructor(
    private readonly consult: ConsultSheets,
    private readonly presenter: SheetPresenter,
    private readonly organisations: OrganisationDirectory,
  ) {}

  @Get(':id')
  @Allow(SHEET_PAGE_READERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const sheet = await this.consult.one(id, actor);
    const isOwn = sheet.unitId === actor.organisation.id;
    const versions = isOwn ? await this.consult.versionsOf(sheet.unitId, actor) : [];
    const unit = await this.organisations.byId(sheet.unitId);
    return sheetPage({
      view: await this.presenter.view(sheet),
      versions: await this.presenter.views(versions),
      timeZone: unit?.timeZone ?? 'Europe/Paris',
      mayPublish: isOwn && PUBLISHERS.roles.some((role) => role === actor.role),
    });
  }
}
