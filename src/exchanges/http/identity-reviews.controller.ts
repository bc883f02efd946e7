import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, Instant } from '../../kernel/index.js';
import {
  ApiPage,
  decodeInstantPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { ConsultIdentityReviews } from '../use-cases/consult-identity-reviews.js';
import { DecideIdentityReview } from '../use-cases/decide-identity-review.js';
import { UndoIdentityReview } from '../use-cases/undo-identity-review.js';
import {
  DecideIdentityReviewRequest,
  DECISION_OF,
  ListIdentityReviewsRequest,
} from './identity-review.request.js';
import {
  IdentityReviewFileView,
  identityReviewFileView,
  IdentityReviewView,
  identityReviewView,
} from './identity-review.view.js';

const REVIEWERS = {
  roles: ['recruiter', 'unit-manager', 'ml-manager', 'ml-machine', 'unit-machine'],
  scope: 'people:review',
} as const;

/** Rows whose person only a human can recognise (exchange.md 7.f). */
@ApiTags('Revue d’identité')
@Controller('api/v1/identity-reviews')
export class IdentityReviewsController {
  constructor(
    private readonly consult: ConsultIdentityReviews,
    private readonly decideReview: DecideIdentityReview,
    private readonly undoReview: UndoIdentityReview,
  ) {}

  @Get()
  @Allow(REVIEWERS)
  @ApiPage(IdentityReviewView)
  async list(
    @Query() search: ListIdentityReviewsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<IdentityReviewView>> {
    const { limit, state } = search;
    const found = await this.consult.list(state ?? null, limit + 1, positionOf(search), actor);
    const rows = found.items.map(identityReviewView);
    const at = (row: IdentityReviewView) => [row.openedAt, row.id];
    return pageOf({ rows, limit, total: found.total, positionOf: at, list: LIST, search });
  }

  @Get(':id')
  @Allow(REVIEWERS)
  @ApiOkResponse({ type: IdentityReviewFileView })
  async one(
    @ResourceId() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<IdentityReviewFileView> {
    return identityReviewFileView(await this.consult.one(id, actor));
  }

  @Post(':id/commands/decide')
  @HttpCode(200)
  @Allow(REVIEWERS)
  @ApiOkResponse({ type: IdentityReviewView })
  async decide(
    @ResourceId() id: string,
    @Body() { decision, candidateId }: DecideIdentityReviewRequest,
    @CurrentActor() actor: Actor,
  ): Promise<IdentityReviewView> {
    const said = DECISION_OF[decision];
    const chosen = candidateId ?? null;
    return identityReviewView(await this.decideReview.execute(id, said, chosen, actor));
  }

  @Post(':id/commands/undo')
  @HttpCode(200)
  @Allow(REVIEWERS)
  @ApiOkResponse({ type: IdentityReviewView })
  async undo(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<IdentityReviewView> {
    return identityReviewView(await this.undoReview.execute(id, actor));
  }
}

const LIST = 'identity-reviews';

function positionOf(search: ListIdentityReviewsRequest): { openedAt: Instant; id: string } | null {
  const position = decodeInstantPosition(search.cursor, LIST, search);
  return position && { openedAt: position.at, id: position.id };
}
