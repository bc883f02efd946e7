import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import type { CandidacyCommand } from '../domain/candidacy.machine.js';
import { ConsultCandidacies } from '../use-cases/consult-candidacies.js';
import type { CandidacyFilter } from '../use-cases/ports.js';
import {
  RunCandidacyCommand,
  type CandidacyCommandInput,
} from '../use-cases/run-candidacy-command.js';
import {
  AcknowledgeRequest,
  DatedCommandRequest,
  DecideRequest,
  toOutcome,
} from './candidacy-commands.request.js';
import { CandidacyPresenter } from './candidacy.presenter.js';
import { CandidacyView } from './candidacy.view.js';
import { ListCandidaciesRequest } from './list-candidacies.request.js';

const READERS = {
  roles: ['recruiter', 'unit-manager', 'insertion-officer', 'medical-office', 'unit-machine'],
  scope: 'candidacies:read',
} as const;
const DECIDERS = {
  roles: ['recruiter', 'unit-manager', 'unit-machine'],
  scope: 'candidacies:write',
} as const;
const DECIDERS_AND_DOCTORS = {
  roles: [...DECIDERS.roles, 'medical-office'],
  scope: 'candidacies:write',
} as const;

/** Candidacies: the unit's side of each file (contract.md 2). */
@ApiTags('Candidatures')
@Controller('api/v1/candidacies')
export class CandidaciesController {
  constructor(
    private readonly runCommand: RunCandidacyCommand,
    private readonly consult: ConsultCandidacies,
    private readonly organisations: OrganisationDirectory,
    private readonly presenter: CandidacyPresenter,
  ) {}

  @Get()
  @Allow(READERS)
  @ApiPage(CandidacyView)
  async list(
    @Query() query: ListCandidaciesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CandidacyView>> {
    const { limit } = query;
    const filter = await this.filterOf(query);
    const { views: rows, total } = await this.consult.list(
      filter,
      limit + 1,
      createdPosition(query, LIST),
      actor,
      (items) => this.presenter.views(items, actor, 'listed'),
    );
    const at = (row: (typeof rows)[number]) => [row.createdAt, row.id];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  @Get(':id')
  @Allow(READERS)
  @ApiOkResponse({ type: CandidacyView })
  one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<CandidacyView> {
    return this.viewOf(id, actor);
  }

  @Post(':id/commands/acknowledge')
  @HttpCode(200)
  @Allow(DECIDERS)
  @ApiOkResponse({ type: CandidacyView })
  acknowledge(
    @ResourceId() id: string,
    @Body() body: AcknowledgeRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CandidacyView> {
    return this.run(id, 'acknowledge', body, actor);
  }

  @Post(':id/commands/evaluate')
  @HttpCode(200)
  @Allow(DECIDERS)
  @ApiOkResponse({ type: CandidacyView })
  evaluate(
    @ResourceId() id: string,
    @Body() body: DatedCommandRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CandidacyView> {
    return this.run(id, 'evaluate', body, actor);
  }

  @Post(':id/commands/convoke')
  @HttpCode(200)
  @Allow(DECIDERS)
  @ApiOkResponse({ type: CandidacyView })
  convoke(
    @ResourceId() id: string,
    @Body() body: DatedCommandRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CandidacyView> {
    return this.run(id, 'convoke', body, actor);
  }

  @Post(':id/commands/decide')
  @HttpCode(200)
  @Allow(DECIDERS_AND_DOCTORS)
  @ApiOkResponse({ type: CandidacyView })
  decide(
    @ResourceId() id: string,
    @Body() body: DecideRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CandidacyView> {
    const { unitFileNumber = null } = body;
    return this.run(id, 'decide', { outcome: toOutcome(body), unitFileNumber }, actor);
  }

  @Post(':id/commands/reopen')
  @HttpCode(200)
  @Allow(DECIDERS)
  @ApiOkResponse({ type: CandidacyView })
  reopen(
    @ResourceId() id: string,
    @Body() body: DatedCommandRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CandidacyView> {
    return this.run(id, 'reopen', body, actor);
  }

  @Post(':id/commands/close')
  @HttpCode(200)
  @Allow(DECIDERS)
  @ApiOkResponse({ type: CandidacyView })
  close(
    @ResourceId() id: string,
    @Body() body: DatedCommandRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CandidacyView> {
    return this.run(id, 'close', body, actor);
  }

  private async run(
    id: string,
    command: CandidacyCommand,
    input: CandidacyCommandInput,
    actor: Actor,
  ): Promise<CandidacyView> {
    await this.runCommand.execute(id, command, input, actor);
    return this.viewOf(id, actor);
  }

  private viewOf(id: string, actor: Actor): Promise<CandidacyView> {
    return this.consult.one(id, actor, (summary, conclusions) =>
      this.presenter.ownPage(summary, actor, conclusions),
    );
  }

  private async filterOf(query: ListCandidaciesRequest): Promise<CandidacyFilter> {
    const { missionLocale } = query;
    return {
      ...(query.state ? { states: [query.state] } : {}),
      ...(query.reference ? { reference: query.reference } : {}),
      ...(query.unitFileNumber ? { unitFileNumber: query.unitFileNumber } : {}),
      ...(query.origin ? { origin: query.origin } : {}),
      ...(missionLocale
        ? { missionLocaleId: await codeInFilter(this.organisations, missionLocale) }
        : {}),
    };
  }
}

const LIST = 'candidacies';
