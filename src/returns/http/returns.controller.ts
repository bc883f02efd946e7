import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock, localDateIn, type Actor } from '../../kernel/index.js';
import { codeInFilter, OrganisationDirectory } from '../../organisations/index.js';
import {
  ApiPage,
  createdPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import type { SaidAnswer } from '../domain/return-episode.js';
import { ConsultReturns } from '../use-cases/consult-returns.js';
import type { ReturnFilter } from '../use-cases/ports.js';
import { RunReturnCommand, type MissionLocaleCommand } from '../use-cases/run-return-command.js';
import { ListReturnsRequest } from './list-returns.request.js';
import { AnswerReturnRequest, RecordAttemptRequest } from './return-commands.request.js';
import { ReturnPresenter } from './return.presenter.js';
import { ReturnView } from './return.view.js';

const READERS = {
  roles: [
    'ml-adviser',
    'ml-manager',
    'ml-machine',
    'recruiter',
    'insertion-officer',
    'unit-manager',
    'unit-machine',
  ],
  scope: 'returns:read',
} as const;
const ADVISERS = {
  roles: ['ml-adviser', 'ml-manager', 'ml-machine'],
  scope: 'returns:write',
} as const;

/** Returns of young people to the missions locales (contract.md 2). */
@ApiTags('Retours')
@Controller('api/v1/returns')
export class ReturnsController {
  constructor(
    private readonly runCommand: RunReturnCommand,
    private readonly consult: ConsultReturns,
    private readonly organisations: OrganisationDirectory,
    private readonly presenter: ReturnPresenter,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(READERS)
  @ApiPage(ReturnView)
  async list(
    @Query() query: ListReturnsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ReturnView>> {
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
  @Allow(READERS)
  @ApiOkResponse({ type: ReturnView })
  one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<ReturnView> {
    return this.viewOf(id, actor);
  }

  @Post(':id/commands/acknowledge')
  @HttpCode(200)
  @Allow(ADVISERS)
  @ApiOkResponse({ type: ReturnView })
  acknowledge(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<ReturnView> {
    return this.run(id, 'acknowledge', null, actor);
  }

  @Post(':id/commands/record-attempt')
  @HttpCode(200)
  @Allow(ADVISERS)
  @ApiOkResponse({ type: ReturnView })
  async recordAttempt(
    @ResourceId() id: string,
    @Body() body: RecordAttemptRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ReturnView> {
    return this.run(id, 'answer', await this.answerOf(body, actor), actor);
  }

  @Post(':id/commands/answer')
  @HttpCode(200)
  @Allow(ADVISERS)
  @ApiOkResponse({ type: ReturnView })
  async answer(
    @ResourceId() id: string,
    @Body() body: AnswerReturnRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ReturnView> {
    return this.run(id, 'answer', await this.answerOf(body, actor), actor);
  }

  @Post(':id/commands/reopen')
  @HttpCode(200)
  @Allow(ADVISERS)
  @ApiOkResponse({ type: ReturnView })
  reopen(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<ReturnView> {
    return this.run(id, 'reopen', null, actor);
  }

  @Post(':id/commands/drop')
  @HttpCode(200)
  @Allow(ADVISERS)
  @ApiOkResponse({ type: ReturnView })
  drop(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<ReturnView> {
    return this.run(id, 'drop', null, actor);
  }

  private async run(
    id: string,
    command: MissionLocaleCommand,
    answer: SaidAnswer | null,
    actor: Actor,
  ): Promise<ReturnView> {
    await this.runCommand.execute(id, command, answer ? { answer } : {}, actor);
    return this.viewOf(id, actor);
  }

  private viewOf(id: string, actor: Actor): Promise<ReturnView> {
    return this.consult.one(id, actor, (summary) => this.presenter.one(summary, actor));
  }

  private async answerOf(
    { code, contactedOn }: AnswerReturnRequest,
    { organisation }: Actor,
  ): Promise<SaidAnswer> {
    const own = organisation && (await this.organisations.byId(organisation.id));
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    return { code, contactedOn: contactedOn ?? today };
  }

  private async filterOf(query: ListReturnsRequest): Promise<ReturnFilter> {
    const { state, reference, volunteer, unit, missionLocale } = query;
    return {
      ...(state ? { states: [state] } : {}),
      ...(reference ? { reference } : {}),
      ...(volunteer ? { volunteerId: volunteer } : {}),
      ...(unit ? { unitId: await codeInFilter(this.organisations, unit) } : {}),
      ...(missionLocale
        ? { missionLocaleId: await codeInFilter(this.organisations, missionLocale) }
        : {}),
    };
  }
}

const LIST = 'returns';
