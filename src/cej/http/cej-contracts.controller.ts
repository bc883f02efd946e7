import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import {
  ApiPage,
  createdPosition,
  pageOf,
  ResourceId,
  type Page,
} from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { ConsultContracts } from '../use-cases/consult-contracts.js';
import type { ContractFilter } from '../use-cases/ports.js';
import { RecordContract } from '../use-cases/record-contract.js';
import { RecordContractRequest } from './cej-commands.request.js';
import { CejContractPresenter } from './cej-contract.presenter.js';
import { CejContractView } from './cej-contract.view.js';
import { CONTRACT_READERS, CONTRACT_WRITERS } from './cej-roles.js';
import { ListCejContractsRequest } from './list-cej-contracts.request.js';

/** CEJ and PACEA contracts (F18): facts of the mission locale, and where each stands today. */
@ApiTags('CEJ')
@Controller('api/v1/cej-contracts')
export class CejContractsController {
  constructor(
    private readonly recordContract: RecordContract,
    private readonly consult: ConsultContracts,
    private readonly presenter: CejContractPresenter,
  ) {}

  @Post()
  @Allow(CONTRACT_WRITERS)
  @ApiCreatedResponse({ type: CejContractView })
  async record(
    @Body() { youngPersonId, scheme, startsOn, plannedEndOn }: RecordContractRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CejContractView> {
    const input = { scheme, startsOn, plannedEndOn };
    const { id } = await this.recordContract.execute(youngPersonId, input, actor);
    return this.viewOf(id, actor);
  }

  @Get()
  @Allow(CONTRACT_READERS)
  @ApiPage(CejContractView)
  async list(
    @Query() query: ListCejContractsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CejContractView>> {
    const { limit } = query;
    const { views: rows, total } = await this.consult.list(
      filterOf(query),
      limit + 1,
      createdPosition(query, LIST),
      actor,
      (items) => this.presenter.views(items, actor),
    );
    const at = (row: CejContractView) => [row.createdAt, row.id];
    return pageOf({ rows, limit, total, positionOf: at, list: LIST, search: query });
  }

  @Get(':id')
  @Allow(CONTRACT_READERS)
  @ApiOkResponse({ type: CejContractView })
  one(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<CejContractView> {
    return this.viewOf(id, actor);
  }

  private viewOf(id: string, actor: Actor): Promise<CejContractView> {
    return this.consult.one(id, actor, (summary) => this.presenter.one(summary, actor));
  }
}

const LIST = 'cej-contracts';

function filterOf(query: ListCejContractsRequest): ContractFilter {
  return {
    ...(query.scheme ? { scheme: query.scheme } : {}),
    ...(query.state ? { state: query.state } : {}),
    ...(query.reference ? { reference: query.reference } : {}),
    ...(query.youngPerson ? { personId: query.youngPerson } : {}),
  };
}
