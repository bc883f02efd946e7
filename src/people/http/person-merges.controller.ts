import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, Instant } from '../../kernel/index.js';
import {
  ApiPage,
  decodeInstantPosition,
  PageRequest,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import type { MergeCommand } from '../domain/person-merge.js';
import { DecideMerge } from '../use-cases/decide-merge.js';
import { FindLookalikes } from '../use-cases/find-lookalikes.js';
import { ProposeMerge } from '../use-cases/propose-merge.js';
import {
  LookalikesView,
  lookalikesView,
  PersonMergeView,
  personMergeView,
  ProposeMergeRequest,
} from './person-merge.view.js';

/** People only: that two are needed means nothing between two programs. */
const PROPOSERS = {
  roles: ['ml-adviser', 'ml-manager', 'recruiter', 'unit-manager'],
  scope: 'people:review',
} as const;
const DECIDERS = {
  roles: ['ml-manager', 'recruiter', 'unit-manager'],
  scope: 'people:review',
} as const;

/** Two files of one organisation that are one person (exchange.md 7.f). */
@ApiTags('Fusion de dossiers')
@Controller('api/v1/person-merges')
export class PersonMergesController {
  constructor(
    private readonly proposeMerge: ProposeMerge,
    private readonly decideMerge: DecideMerge,
    private readonly findLookalikes: FindLookalikes,
  ) {}

  @Get()
  @Allow(PROPOSERS)
  @ApiPage(PersonMergeView)
  async list(
    @Query() { limit, cursor }: PageRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PersonMergeView>> {
    const found = await this.decideMerge.list(limit + 1, positionOf(cursor), actor);
    const rows = found.items.map(personMergeView);
    const at = (row: PersonMergeView) => [row.proposedAt, row.id];
    return pageOf({ rows, limit, total: found.total, positionOf: at, list: LIST });
  }

  /** `id` is that of a file of the caller's own organisation. */
  @Get('lookalikes/:id')
  @Allow(PROPOSERS)
  @ApiOkResponse({ type: LookalikesView })
  async lookalikes(
    @ResourceId() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<LookalikesView> {
    return lookalikesView(await this.findLookalikes.execute(id, actor));
  }

  @Post()
  @Allow(PROPOSERS)
  @ApiCreatedResponse({ type: PersonMergeView })
  async propose(
    @Body() { keptId, mergedId }: ProposeMergeRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PersonMergeView> {
    return personMergeView(await this.proposeMerge.execute(keptId, mergedId, actor));
  }

  @Post(':id/commands/confirm')
  @HttpCode(200)
  @Allow(DECIDERS)
  @ApiOkResponse({ type: PersonMergeView })
  confirm(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<PersonMergeView> {
    return this.run(id, 'confirm', actor);
  }

  @Post(':id/commands/refuse')
  @HttpCode(200)
  @Allow(DECIDERS)
  @ApiOkResponse({ type: PersonMergeView })
  refuse(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<PersonMergeView> {
    return this.run(id, 'refuse', actor);
  }

  @Post(':id/commands/undo')
  @HttpCode(200)
  @Allow(DECIDERS)
  @ApiOkResponse({ type: PersonMergeView })
  undo(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<PersonMergeView> {
    return this.run(id, 'undo', actor);
  }

  private async run(id: string, command: MergeCommand, actor: Actor): Promise<PersonMergeView> {
    return personMergeView(await this.decideMerge.execute(id, command, actor));
  }
}

const LIST = 'person-merges';

function positionOf(cursor: string | null | undefined): { proposedAt: Instant; id: string } | null {
  const position = decodeInstantPosition(cursor, LIST);
  return position && { proposedAt: position.at, id: position.id };
}
