import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { parseLocalDate, type Actor } from '../../kernel/index.js';
import {
  ApiPage,
  CursorInvalid,
  decodeCursor,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { AnswerFollowUp } from '../use-cases/answer-follow-up.js';
import { ConsultFollowUps } from '../use-cases/consult-follow-ups.js';
import type { FollowUpFilter, FollowUpPosition } from '../use-cases/ports.js';
import { FollowUpPresenter } from './follow-up.presenter.js';
import { AnswerFollowUpRequest, ListFollowUpsRequest } from './follow-up.request.js';
import { FOLLOW_UP_READERS, FOLLOW_UP_WRITERS } from './follow-up-roles.js';
import { FollowUpsOfVolunteerView, FollowUpView } from './follow-up.view.js';

/** What became of those who left a unit, at 3, 6 and 12 months (F16). */
@ApiTags('Devenirs')
@Controller('api/v1/follow-ups')
export class FollowUpsController {
  constructor(
    private readonly answerFollowUp: AnswerFollowUp,
    private readonly consult: ConsultFollowUps,
    private readonly presenter: FollowUpPresenter,
  ) {}

  @Get()
  @Allow(FOLLOW_UP_READERS)
  @ApiPage(FollowUpView)
  async list(
    @Query() query: ListFollowUpsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<FollowUpView>> {
    const { limit } = query;
    const { views: rows, total } = await this.consult.list(
      filterOf(query),
      limit + 1,
      positionOf(query),
      actor,
      (items) => this.presenter.views(items, actor),
    );
    const at = (row: FollowUpView) => [row.dueOn, row.volunteerId, row.milestone];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  /** By the identifier of the volunteer: three milestones for one exit. */
  @Get(':id')
  @Allow(FOLLOW_UP_READERS)
  @ApiOkResponse({ type: FollowUpsOfVolunteerView })
  one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<FollowUpsOfVolunteerView> {
    return this.viewOf(id, actor);
  }

  @Post(':id/commands/answer')
  @HttpCode(200)
  @Allow(FOLLOW_UP_WRITERS)
  @ApiOkResponse({ type: FollowUpsOfVolunteerView })
  async answer(
    @ResourceId() id: string,
    @Body() body: AnswerFollowUpRequest,
    @CurrentActor() actor: Actor,
  ): Promise<FollowUpsOfVolunteerView> {
    const { milestone, situation, situationStartedOn = null, source, observedOn = null } = body;
    const answer = { situation, situationStartedOn, source, observedOn };
    await this.answerFollowUp.execute(id, milestone, answer, actor);
    return this.viewOf(id, actor);
  }

  private viewOf(id: string, actor: Actor): Promise<FollowUpsOfVolunteerView> {
    return this.consult.one(id, actor, async (items) => ({
      volunteerId: id,
      followUps: await this.presenter.views(items, actor),
    }));
  }
}

const LIST = 'follow-ups';

function filterOf({
  milestone,
  state,
  volunteer,
  reference,
}: ListFollowUpsRequest): FollowUpFilter {
  return {
    ...(milestone ? { milestone } : {}),
    ...(state ? { state } : {}),
    ...(volunteer ? { volunteerId: volunteer } : {}),
    ...(reference ? { reference } : {}),
  };
}

function positionOf(search: ListFollowUpsRequest): FollowUpPosition | null {
  if (!search.cursor) return null;
  const kinds = ['text', 'id', 'text'] as const;
  const [day, volunteerId, milestone] = decodeCursor(search.cursor, kinds, LIST, search);
  const dueOn = parseLocalDate(day);
  if (!dueOn) throw new CursorInvalid();
  return { dueOn, volunteerId, milestone };
}
