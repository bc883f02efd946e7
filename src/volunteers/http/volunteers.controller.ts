import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import { codeInFilter, OrganisationDirectory } from '../../organisations/index.js';
import {
  ApiPage,
  createdPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { BeginService } from '../use-cases/begin-service.js';
import { ConsultVolunteers } from '../use-cases/consult-volunteers.js';
import type { VolunteerFilter } from '../use-cases/ports.js';
import { ListVolunteersRequest } from './list-volunteers.request.js';
import { BeginServiceRequest, toIncorporation } from './volunteer-commands.request.js';
import { VOLUNTEER_READERS, VOLUNTEER_WRITERS } from './volunteer-roles.js';
import { VolunteerPresenter } from './volunteer.presenter.js';
import { VolunteerView } from './volunteer.view.js';

/** Services of volunteers, from the day of incorporation to the exit (contract.md 2). */
@ApiTags('Volontaires')
@Controller('api/v1/volunteers')
export class VolunteersController {
  constructor(
    private readonly beginService: BeginService,
    private readonly consult: ConsultVolunteers,
    private readonly organisations: OrganisationDirectory,
    private readonly presenter: VolunteerPresenter,
  ) {}

  @Get()
  @Allow(VOLUNTEER_READERS)
  @ApiPage(VolunteerView)
  async list(
    @Query() query: ListVolunteersRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<VolunteerView>> {
    const { limit } = query;
    const filter = await this.filterOf(query);
    const { views: rows, total } = await this.consult.list(
      filter,
      limit + 1,
      createdPosition(query, LIST),
      actor,
      (items) => this.presenter.views(items, actor),
    );
    const at = (row: (typeof rows)[number]) => [row.createdAt, row.id];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  @Get(':id')
  @Allow(VOLUNTEER_READERS)
  @ApiOkResponse({ type: VolunteerView })
  one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<VolunteerView> {
    return this.viewOf(id, actor);
  }

  @Post()
  @Allow(VOLUNTEER_WRITERS)
  @ApiCreatedResponse({ type: VolunteerView })
  async begin(
    @Body() body: BeginServiceRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    const input = { ...toIncorporation(body), status: body.status };
    const { id } = await this.beginService.execute(body.candidacyId, input, actor);
    return this.viewOf(id, actor);
  }

  private viewOf(id: string, actor: Actor): Promise<VolunteerView> {
    return this.consult.one(id, actor, (summary) => this.presenter.one(summary, actor));
  }

  private async filterOf(query: ListVolunteersRequest): Promise<VolunteerFilter> {
    const { state, reference, unitFileNumber, missionLocale, unit } = query;
    return {
      ...(state ? { states: [state] } : {}),
      ...(reference ? { reference } : {}),
      ...(unitFileNumber ? { unitFileNumber } : {}),
      ...(missionLocale
        ? { missionLocaleId: await codeInFilter(this.organisations, missionLocale) }
        : {}),
      ...(unit ? { unitId: await codeInFilter(this.organisations, unit) } : {}),
    };
  }
}

const LIST = 'volunteers';
