import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import { ResourceId } from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { ConsultContracts } from '../use-cases/consult-contracts.js';
import {
  RunContractCommand,
  type ContractCommandInput,
  type OwnerContractCommand,
} from '../use-cases/run-contract-command.js';
import {
  AmendContractRequest,
  ConfirmExtensionRequest,
  EndContractRequest,
  ExtendContractRequest,
} from './cej-commands.request.js';
import { CejContractPresenter } from './cej-contract.presenter.js';
import { CejContractView } from './cej-contract.view.js';
import { CONTRACT_WRITERS } from './cej-roles.js';

/** The commands on one contract; what may be done next stands in `availableCommands`. */
@ApiTags('CEJ')
@Controller('api/v1/cej-contracts/:id/commands')
export class CejContractCommandsController {
  constructor(
    private readonly runCommand: RunContractCommand,
    private readonly consult: ConsultContracts,
    private readonly presenter: CejContractPresenter,
  ) {}

  @Post('amend')
  @HttpCode(200)
  @Allow(CONTRACT_WRITERS)
  @ApiOkResponse({ type: CejContractView })
  amend(
    @ResourceId() id: string,
    @Body() { startsOn, plannedEndOn }: AmendContractRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CejContractView> {
    return this.run(id, 'amend', { dates: { startsOn, plannedEndOn } }, actor);
  }

  @Post('extend')
  @HttpCode(200)
  @Allow(CONTRACT_WRITERS)
  @ApiOkResponse({ type: CejContractView })
  extend(
    @ResourceId() id: string,
    @Body() { until, motive }: ExtendContractRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CejContractView> {
    return this.run(id, 'extend', { extension: { until, motive } }, actor);
  }

  @Post('confirm-extension')
  @HttpCode(200)
  @Allow(CONTRACT_WRITERS)
  @ApiOkResponse({ type: CejContractView })
  confirmExtension(
    @ResourceId() id: string,
    @Body() { until }: ConfirmExtensionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CejContractView> {
    return this.run(id, 'confirm-extension', { confirmedUntil: until }, actor);
  }

  @Post('end')
  @HttpCode(200)
  @Allow(CONTRACT_WRITERS)
  @ApiOkResponse({ type: CejContractView })
  end(
    @ResourceId() id: string,
    @Body() { endedOn, reason }: EndContractRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CejContractView> {
    return this.run(id, 'end', { end: { endedOn, reason } }, actor);
  }

  @Post('correct-end')
  @HttpCode(200)
  @Allow(CONTRACT_WRITERS)
  @ApiOkResponse({ type: CejContractView })
  correctEnd(
    @ResourceId() id: string,
    @Body() { endedOn, reason }: EndContractRequest,
    @CurrentActor() actor: Actor,
  ): Promise<CejContractView> {
    return this.run(id, 'correct-end', { end: { endedOn, reason } }, actor);
  }

  @Post('reopen')
  @HttpCode(200)
  @Allow(CONTRACT_WRITERS)
  @ApiOkResponse({ type: CejContractView })
  reopen(@ResourceId() id: string, @CurrentActor() actor: Actor): Promise<CejContractView> {
    return this.run(id, 'reopen', {}, actor);
  }

  private async run(
    id: string,
    command: OwnerContractCommand,
    input: ContractCommandInput,
    actor: Actor,
  ): Promise<CejContractView> {
    await this.runCommand.execute(id, command, input, actor);
    return this.consult.one(id, actor, (summary) => this.presenter.one(summary, actor));
  }
}
