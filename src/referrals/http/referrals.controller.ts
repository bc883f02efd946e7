import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import { codeInFilter, OrganisationDirectory } from '../../organisations/index.js';
import { toGuardianship } from '../../people/index.js';
import {
  ApiPage,
  createdPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { listedOutcome } from '../domain/shown-outcome.js';
import { ConsultReferrals } from '../use-cases/consult-referrals.js';
import type { ReferralFilter } from '../use-cases/ports.js';
import {
  RunReferralCommand,
  type OwnerCommand,
  type OwnerInput,
} from '../use-cases/run-referral-command.js';
import { SubmitReferral } from '../use-cases/submit-referral.js';
import { ListReferralsRequest } from './list-referrals.request.js';
import { OpenReferralRequest } from './open-referral.request.js';
import { ReferralPresenter } from './referral.presenter.js';
import { HistoryView, ReferralView, SubmittedReferralView } from './referral.view.js';
import { SubmitDraftRequest } from './submit-draft.request.js';
import { SubmitReferralRequest, toCommand } from './submit-referral.request.js';

const MISSION_LOCALE = ['ml-adviser', 'ml-manager', 'ml-machine'] as const;
const UNIT = [
  'recruiter',
  'unit-manager',
  'insertion-officer',
  'medical-office',
  'unit-machine',
] as const;

const READERS = { roles: [...MISSION_LOCALE, ...UNIT], scope: 'referrals:read' };
const OWNERS = { roles: MISSION_LOCALE, scope: 'referrals:write' };

/** Referrals: a mission locale refers, both sides follow (contract.md 2). */
@ApiTags('Orientations')
@Controller('api/v1/referrals')
export class ReferralsController {
  constructor(
    private readonly submitReferral: SubmitReferral,
    private readonly runCommand: RunReferralCommand,
    private readonly consult: ConsultReferrals,
    private readonly organisations: OrganisationDirectory,
    private readonly presenter: ReferralPresenter,
  ) {}

  @Post()
  @Allow(OWNERS)
  @ApiCreatedResponse({ type: SubmittedReferralView })
  async submit(
    @Body() body: SubmitReferralRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SubmittedReferralView> {
    const { referral, warnings } = await this.submitReferral.execute(toCommand(body), actor);
    return { ...(await this.viewOf(referral.id, actor)), warnings };
  }

  @Get()
  @Allow(READERS)
  @ApiPage(ReferralView)
  async list(
    @Query() query: ListReferralsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ReferralView>> {
    const { limit } = query;
    const filter = await this.filterOf(query);
    const found = await this.consult.list(
      filter,
      limit + 1,
      createdPosition(query, LIST),
      actor,
      (items) => this.presenter.views(items, actor, listedOutcome),
    );
    const { total, views: rows } = found;
    const at = (row: (typeof rows)[number]) => [row.createdAt, row.id];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  @Get(':id')
  @Allow(READERS)
  @ApiOkResponse({ type: ReferralView })
  one(
    @ResourceId() id: string,
    @Query() query: OpenReferralRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ReferralView> {
    return this.viewOf(id, actor, query);
  }

  @Get(':id/history')
  @Allow(READERS)
  @ApiOkResponse({ type: HistoryView })
  async history(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<HistoryView> {
    const items = await this.consult.history(id, actor, (entries) =>
      this.presenter.history(entries),
    );
    return { items };
  }

  @Post(':id/commands/submit')
  @HttpCode(200)
  @Allow(OWNERS)
  @ApiOkResponse({ type: ReferralView })
  submitDraft(
    @ResourceId() id: string,
    @Body() body: SubmitDraftRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ReferralView> {
    const guardianship = toGuardianship(body.guardianship);
    return this.run(id, 'submit', actor, { guardianship });
  }

  @Post(':id/commands/withdraw')
  @HttpCode(200)
  @Allow(OWNERS)
  @ApiOkResponse({ type: ReferralView })
  withdraw(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<ReferralView> {
    return this.run(id, 'withdraw', actor);
  }

  @Post(':id/commands/lapse')
  @HttpCode(200)
  @Allow(OWNERS)
  @ApiOkResponse({ type: ReferralView })
  lapse(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<ReferralView> {
    return this.run(id, 'lapse', actor);
  }

  private async run(
    id: string,
    command: OwnerCommand,
    actor: Actor,
    input: OwnerInput = {},
  ): Promise<ReferralView> {
    await this.runCommand.execute(id, command, actor, input);
    return this.viewOf(id, actor);
  }

  private viewOf(id: string, actor: Actor, query?: OpenReferralRequest): Promise<ReferralView> {
    const reason = query?.openingReason ?? null;
    return this.consult.one(id, reason, actor, async (summary, outcome) => {
      const [view] = await this.presenter.views([summary], actor, () => outcome);
      if (!view) throw new Error('one view per summary');
      return view;
    });
  }

  private async filterOf(query: ListReferralsRequest): Promise<ReferralFilter> {
    return {
      ...(query.reference ? { reference: query.reference } : {}),
      ...(query.state ? { states: [query.state] } : {}),
      ...(query.imiloId ? { imiloId: query.imiloId } : {}),
      ...(query.unit ? { unitId: await codeInFilter(this.organisations, query.unit) } : {}),
      ...(query.missionLocale
        ? { missionLocaleId: await codeInFilter(this.organisations, query.missionLocale) }
        : {}),
    };
  }
}

const LIST = 'referrals';
