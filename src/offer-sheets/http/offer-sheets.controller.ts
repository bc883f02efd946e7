import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import { codeInFilter, OrganisationDirectory } from '../../organisations/index.js';
import {
  ApiPage,
  decodeInstantPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { ConsultSheets } from '../use-cases/consult-sheets.js';
import { PublishSheet } from '../use-cases/publish-sheet.js';
import { SheetPresenter } from './sheet.presenter.js';
import { ListSheetsRequest, PublishSheetRequest } from './sheet.request.js';
import { SHEET_PUBLISHERS, SHEET_READERS } from './sheet-roles.js';
import { SheetView } from './sheet.view.js';

/** What units offer: tracks, conditions, contact, coming incorporations (F02). */
@ApiTags('Fiches d’offre')
@Controller('api/v1/offer-sheets')
export class OfferSheetsController {
  constructor(
    private readonly consult: ConsultSheets,
    private readonly publishSheet: PublishSheet,
    private readonly presenter: SheetPresenter,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** Takes the place of the sheet in force. */
  @Post()
  @Allow(SHEET_PUBLISHERS)
  @ApiCreatedResponse({ type: SheetView })
  async publish(
    @Body() body: PublishSheetRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SheetView> {
    return this.presenter.view(await this.publishSheet.execute(contentOf(body), actor));
  }

  @Get()
  @Allow(SHEET_READERS)
  @ApiPage(SheetView)
  async list(
    @Query() query: ListSheetsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<SheetView>> {
    const { limit, unit, territory } = query;
    const after = decodeInstantPosition(query.cursor, LIST, query);
    const unitId = unit ? await codeInFilter(this.organisations, unit) : undefined;
    const filter = { ...(unitId ? { unitId } : {}), ...(territory ? { territory } : {}) };
    const { items, total } = await this.consult.page(filter, limit + 1, after, actor);
    const rows = await this.presenter.views(items);
    const at = (row: SheetView) => [row.publishedAt, row.id];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  @Get(':id')
  @Allow(SHEET_READERS)
  @ApiOkResponse({ type: SheetView })
  async one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<SheetView> {
    return this.presenter.view(await this.consult.one(id, actor));
  }
}

const LIST = 'offer-sheets';

/** What a request says, as the domain holds it. */
export function contentOf(body: PublishSheetRequest) {
  return {
    tracks: body.tracks,
    conditions: body.conditions,
    contactService: body.contactService,
    contactPhone: body.contactPhone ?? null,
    contactEmail: body.contactEmail ?? null,
    incorporations: body.incorporations.map(({ on, place, places = null }) => ({
      on,
      place,
      places,
    })),
  };
}
