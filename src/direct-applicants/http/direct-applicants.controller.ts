import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import {
  ApiPage,
  decodeInstantPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { ConsultApplicants } from '../use-cases/consult-applicants.js';
import { RecordApplicant } from '../use-cases/record-applicant.js';
import { RunDirectCommand, type DirectAsk } from '../use-cases/run-direct-command.js';
import { DirectApplicantPresenter } from './direct-applicant.presenter.js';
import {
  AnswerDirectApplicantRequest,
  AssignDirectApplicantRequest,
  CorrectDirectApplicantRequest,
  DirectCommandRequest,
  ListDirectApplicantsRequest,
  RecordDirectApplicantRequest,
} from './direct-applicant.request.js';
import { DirectApplicantView } from './direct-applicant.view.js';
import { correctionInput, recordInput } from './record-input.js';

const UNIT = ['recruiter', 'insertion-officer', 'unit-manager', 'unit-machine'] as const;
const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine'] as const;
const READERS = { roles: [...MISSION_LOCALE, ...UNIT], scope: 'direct-applicants:read' } as const;
const RECORDERS = { roles: UNIT, scope: 'direct-applicants:write' } as const;
const ANSWERERS = { roles: MISSION_LOCALE, scope: 'direct-applicants:write' } as const;
const LIST = 'direct-applicants';

/** Direct applicants who were not taken, and the mission locale that invites them (F08, F09). */
@ApiTags('Candidats directs')
@Controller('api/v1/direct-applicants')
export class DirectApplicantsController {
  constructor(
    private readonly recordApplicant: RecordApplicant,
    private readonly commands: RunDirectCommand,
    private readonly consult: ConsultApplicants,
    private readonly presenter: DirectApplicantPresenter,
  ) {}

  @Get()
  @Allow(READERS)
  @ApiPage(DirectApplicantView)
  async list(
    @Query() query: ListDirectApplicantsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<DirectApplicantView>> {
    const { limit, state, unitFileNumber, cursor } = query;
    const filter = { ...(state ? { state } : {}), ...(unitFileNumber ? { unitFileNumber } : {}) };
    const { views: rows, total } = await this.consult.list(
      filter,
      limit + 1,
      decodeInstantPosition(cursor, LIST, query),
      actor,
      (items) => this.presenter.views(items, actor),
    );
    const at = (row: DirectApplicantView) => [row.createdAt, row.id];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  @Get(':id')
  @Allow(READERS)
  @ApiOkResponse({ type: DirectApplicantView })
  one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<DirectApplicantView> {
    return this.consult.one(id, actor, (item) => this.presenter.view(item, actor));
  }

  @Post()
  @Allow(RECORDERS)
  @ApiCreatedResponse({ type: DirectApplicantView })
  async record(
    @Body() body: RecordDirectApplicantRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DirectApplicantView> {
    const unitId = actor.organisation?.id ?? '';
    const { id } = await this.recordApplicant.execute(recordInput(body), unitId, actor);
    return this.one(id, actor);
  }

  @Post(':id/commands/assign')
  @HttpCode(200)
  @Allow(RECORDERS)
  @ApiOkResponse({ type: DirectApplicantView })
  async assign(
    @ResourceId() id: string,
    @Body() body: AssignDirectApplicantRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DirectApplicantView> {
    await this.commands.assign(id, body.missionLocale, askOf(body, actor));
    return this.one(id, actor);
  }

  /** What is said anew of the applicant, or an agreement that came later; the rest stays. */
  @Post(':id/commands/correct')
  @HttpCode(200)
  @Allow(RECORDERS)
  @ApiOkResponse({ type: DirectApplicantView })
  async correct(
    @ResourceId() id: string,
    @Body() body: CorrectDirectApplicantRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DirectApplicantView> {
    await this.commands.correct(id, correctionInput(body), askOf(body, actor));
    return this.one(id, actor);
  }

  @Post(':id/commands/withdraw')
  @HttpCode(200)
  @Allow(RECORDERS)
  @ApiOkResponse({ type: DirectApplicantView })
  async withdraw(
    @ResourceId() id: string,
    @Body() body: DirectCommandRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DirectApplicantView> {
    await this.commands.simple(id, 'withdraw', askOf(body, actor));
    return this.one(id, actor);
  }

  /** The code says whether it is an answer, an attempt, or "lives elsewhere". */
  @Post(':id/commands/answer')
  @HttpCode(200)
  @Allow(ANSWERERS)
  @ApiOkResponse({ type: DirectApplicantView })
  async answer(
    @ResourceId() id: string,
    @Body() body: AnswerDirectApplicantRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DirectApplicantView> {
    const { code, contactedOn = null } = body;
    await this.commands.answer(id, { code, contactedOn }, askOf(body, actor));
    return this.one(id, actor);
  }

  @Post(':id/commands/reopen')
  @HttpCode(200)
  @Allow(ANSWERERS)
  @ApiOkResponse({ type: DirectApplicantView })
  async reopen(
    @ResourceId() id: string,
    @Body() body: DirectCommandRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DirectApplicantView> {
    await this.commands.simple(id, 'reopen', askOf(body, actor));
    return this.one(id, actor);
  }
}

function askOf({ version }: DirectCommandRequest, actor: Actor): DirectAsk {
  return { actor, expectedVersion: version ?? undefined };
}
