import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NO_ID, type Actor } from '../../kernel/index.js';
import {
  ApiPage,
  createdPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import {
  AnswerTransfer,
  type TransferAnswer,
  type TransferInput,
} from '../use-cases/answer-transfer.js';
import { ConsultTransfers } from '../use-cases/consult-transfers.js';
import { ProposeTransfer } from '../use-cases/propose-transfer.js';
import {
  ListTransfersRequest,
  ProposeTransferRequest,
  RefuseTransferRequest,
} from './transfer.request.js';
import { TransferPresenter } from './transfer.presenter.js';
import { TransferView } from './transfer.view.js';

const IN_CHARGE = [
  'ml-adviser',
  'ml-manager',
  'ml-machine',
  'recruiter',
  'insertion-officer',
  'unit-manager',
  'unit-machine',
] as const;
const READERS = { roles: IN_CHARGE, scope: 'returns:read' } as const;
const PROPOSERS = { roles: IN_CHARGE, scope: 'returns:write' } as const;
const ASKED = {
  roles: ['ml-adviser', 'ml-manager', 'ml-machine'],
  scope: 'returns:write',
} as const;
const LIST = 'return-transfers';

/** Returns proposed to another mission locale, and its answer (ADR 0033). */
@ApiTags('Transferts de retours')
@Controller('api/v1')
export class ReturnTransfersController {
  constructor(
    private readonly proposing: ProposeTransfer,
    private readonly answering: AnswerTransfer,
    private readonly consult: ConsultTransfers,
    private readonly presenter: TransferPresenter,
  ) {}

  /** Those one was asked; with `side=sent`, those one made. */
  @Get('return-transfers')
  @Allow(READERS)
  @ApiPage(TransferView)
  async list(
    @Query() query: ListTransfersRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<TransferView>> {
    const { limit, side, state } = query;
    const filter = {
      organisationId: actor.organisation?.id ?? NO_ID,
      side: side ?? 'received',
      ...(state ? { state } : {}),
    };
    const { views: rows, total } = await this.consult.list(
      filter,
      limit + 1,
      createdPosition(query, LIST),
      actor,
      (items) => this.presenter.views(items, actor),
    );
    const at = (row: TransferView) => [row.createdAt, row.id];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  @Get('return-transfers/:id')
  @Allow(READERS)
  @ApiOkResponse({ type: TransferView })
  one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<TransferView> {
    return this.consult.one(id, actor, (item) => this.presenter.one(item, actor));
  }

  /** `id` is that of the return. */
  @Post('returns/:id/commands/propose-transfer')
  @HttpCode(200)
  @Allow(PROPOSERS)
  @ApiOkResponse({ type: TransferView })
  async propose(
    @ResourceId() id: string,
    @Body() { missionLocale, reason }: ProposeTransferRequest,
    @CurrentActor() actor: Actor,
  ): Promise<TransferView> {
    const input = { missionLocaleCode: missionLocale, reason };
    const made = await this.proposing.execute(id, input, actor);
    return this.one(made.id, actor);
  }

  @Post('return-transfers/:id/commands/withdraw')
  @HttpCode(200)
  @Allow(PROPOSERS)
  @ApiOkResponse({ type: TransferView })
  withdraw(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<TransferView> {
    return this.answer(id, 'withdraw', {}, actor);
  }

  @Post('return-transfers/:id/commands/accept')
  @HttpCode(200)
  @Allow(ASKED)
  @ApiOkResponse({ type: TransferView })
  accept(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<TransferView> {
    return this.answer(id, 'accept', {}, actor);
  }

  /** Whoever says no loses sight of the proposal: nothing comes back. */
  @Post('return-transfers/:id/commands/refuse')
  @HttpCode(204)
  @Allow(ASKED)
  async refuse(
    @ResourceId() id: string,
    @Body() { reason }: RefuseTransferRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.answering.execute(id, 'refuse', { refusal: reason }, actor);
  }

  private async answer(
    id: string,
    command: TransferAnswer,
    input: TransferInput,
    actor: Actor,
  ): Promise<TransferView> {
    await this.answering.execute(id, command, input, actor);
    return this.one(id, actor);
  }
}
