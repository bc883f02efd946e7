import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
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
import type { SessionRequest } from '../domain/decide-session.js';
import { ConsultSessions } from '../use-cases/consult-sessions.js';
import { PlanSession } from '../use-cases/plan-session.js';
import type { SessionFilter } from '../use-cases/ports.js';
import { RunSessionCommand } from '../use-cases/run-session-command.js';
import { SessionPresenter } from './session.presenter.js';
import {
  AnswerSessionRequest,
  AttendanceRequest,
  CancelSessionRequest,
  ListSessionsRequest,
  PlanSessionRequest,
  RegistrationRequest,
} from './session.request.js';
import { SESSION_GUESTS, SESSION_HOLDERS, SESSION_READERS } from './session-roles.js';
import { SessionDetailView, SessionView } from './session.view.js';

/** Information sessions of missions locales with units (F01). */
@ApiTags('Séances d’information')
@Controller('api/v1/information-sessions')
export class InformationSessionsController {
  constructor(
    private readonly planSession: PlanSession,
    private readonly runCommand: RunSessionCommand,
    private readonly consult: ConsultSessions,
    private readonly presenter: SessionPresenter,
    private readonly organisations: OrganisationDirectory,
  ) {}

  @Post()
  @Allow(SESSION_HOLDERS)
  @ApiCreatedResponse({ type: SessionDetailView })
  async plan(
    @Body() { unit, startsOn, startTime, place, seats }: PlanSessionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SessionDetailView> {
    const input = { unit, startsOn, startTime, place, seats };
    const { id } = await this.planSession.execute(input, actor);
    return this.viewOf(id, actor);
  }

  @Get()
  @Allow(SESSION_READERS)
  @ApiPage(SessionView)
  async list(
    @Query() query: ListSessionsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<SessionView>> {
    const { limit } = query;
    const after = decodeInstantPosition(query.cursor, LIST, query);
    const filter = await this.filterOf(query);
    const { items, total } = await this.consult.list(filter, limit + 1, after, actor);
    const rows = await this.presenter.views(items, actor);
    const at = (row: SessionView) => [row.startsAt, row.id];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  @Get(':id')
  @Allow(SESSION_READERS)
  @ApiOkResponse({ type: SessionDetailView })
  one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<SessionDetailView> {
    return this.viewOf(id, actor);
  }

  @Post(':id/commands/answer')
  @HttpCode(200)
  @Allow(SESSION_GUESTS)
  @ApiOkResponse({ type: SessionDetailView })
  answer(
    @ResourceId() id: string,
    @Body() { presence, staff = null }: AnswerSessionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SessionDetailView> {
    return this.run(id, { command: 'answer', presence, staff }, actor);
  }

  @Post(':id/commands/register')
  @HttpCode(200)
  @Allow(SESSION_HOLDERS)
  @ApiOkResponse({ type: SessionDetailView })
  register(
    @ResourceId() id: string,
    @Body() { youngPersonId: personId }: RegistrationRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SessionDetailView> {
    return this.run(id, { command: 'register', personId }, actor);
  }

  @Post(':id/commands/unregister')
  @HttpCode(200)
  @Allow(SESSION_HOLDERS)
  @ApiOkResponse({ type: SessionDetailView })
  unregister(
    @ResourceId() id: string,
    @Body() { youngPersonId: personId }: RegistrationRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SessionDetailView> {
    return this.run(id, { command: 'unregister', personId }, actor);
  }

  @Post(':id/commands/record-attendance')
  @HttpCode(200)
  @Allow(SESSION_HOLDERS)
  @ApiOkResponse({ type: SessionDetailView })
  recordAttendance(
    @ResourceId() id: string,
    @Body() { youngPersonId: personId, attendance }: AttendanceRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SessionDetailView> {
    return this.run(id, { command: 'record-attendance', personId, attendance }, actor);
  }

  @Post(':id/commands/cancel')
  @HttpCode(200)
  @Allow(SESSION_HOLDERS)
  @ApiOkResponse({ type: SessionDetailView })
  cancel(
    @ResourceId() id: string,
    @Body() { reason }: CancelSessionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SessionDetailView> {
    return this.run(id, { command: 'cancel', reason }, actor);
  }

  private async run(id: string, request: SessionRequest, actor: Actor): Promise<SessionDetailView> {
    await this.runCommand.execute(id, request, actor);
    return this.viewOf(id, actor);
  }

  private viewOf(id: string, actor: Actor): Promise<SessionDetailView> {
    return this.consult.one(id, actor, (session, registrations) =>
      this.presenter.detail(session, registrations, actor),
    );
  }

  private async filterOf(query: ListSessionsRequest): Promise<SessionFilter> {
    return {
      ...(query.state ? { state: query.state } : {}),
      ...(query.missionLocale
        ? { missionLocaleId: await codeInFilter(this.organisations, query.missionLocale) }
        : {}),
      ...(query.unit ? { unitId: await codeInFilter(this.organisations, query.unit) } : {}),
    };
  }
}

const LIST = 'information-sessions';
