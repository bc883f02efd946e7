import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/index.js';
import { ResourceId } from '../../platform/http/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import { ConsultVolunteers } from '../use-cases/consult-volunteers.js';
import {
  RunVolunteerCommand,
  type UnitCommand,
  type VolunteerCommandInput,
} from '../use-cases/run-volunteer-command.js';
import {
  AmendRequest,
  DatedVolunteerRequest,
  ExitRequest,
  IncorporateRequest,
  ReportPresenceRequest,
  toExit,
  toIncorporation,
} from './volunteer-commands.request.js';
import { VOLUNTEER_WRITERS } from './volunteer-roles.js';
import { VolunteerPresenter } from './volunteer.presenter.js';
import { VolunteerView } from './volunteer.view.js';

/** The commands on one service; what may be done next stands in `availableCommands`. */
@ApiTags('Volontaires')
@Controller('api/v1/volunteers/:id/commands')
export class VolunteerCommandsController {
  constructor(
    private readonly runCommand: RunVolunteerCommand,
    private readonly consult: ConsultVolunteers,
    private readonly presenter: VolunteerPresenter,
  ) {}

  @Post('incorporate')
  @HttpCode(200)
  @Allow(VOLUNTEER_WRITERS)
  @ApiOkResponse({ type: VolunteerView })
  incorporate(
    @ResourceId() id: string,
    @Body() body: IncorporateRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    return this.run(id, 'incorporate', { incorporation: toIncorporation(body) }, actor);
  }

  @Post('postpone')
  @HttpCode(200)
  @Allow(VOLUNTEER_WRITERS)
  @ApiOkResponse({ type: VolunteerView })
  postpone(
    @ResourceId() id: string,
    @Body() body: IncorporateRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    return this.run(id, 'postpone', { incorporation: toIncorporation(body) }, actor);
  }

  @Post('miss')
  @HttpCode(200)
  @Allow(VOLUNTEER_WRITERS)
  @ApiOkResponse({ type: VolunteerView })
  miss(
    @ResourceId() id: string,
    @Body() body: IncorporateRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    return this.run(id, 'miss', { incorporation: toIncorporation(body) }, actor);
  }

  @Post('amend')
  @HttpCode(200)
  @Allow(VOLUNTEER_WRITERS)
  @ApiOkResponse({ type: VolunteerView })
  amend(
    @ResourceId() id: string,
    @Body() body: AmendRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    const { track = null, site = null, plannedEndOn } = body;
    return this.run(id, 'amend', { amendment: { track, site, plannedEndOn } }, actor);
  }

  @Post('report-presence')
  @HttpCode(200)
  @Allow(VOLUNTEER_WRITERS)
  @ApiOkResponse({ type: VolunteerView })
  reportPresence(
    @ResourceId() id: string,
    @Body() { month, isInService, isLongAbsent }: ReportPresenceRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    const presence = { month, isInService, isLongAbsent };
    return this.run(id, 'report-presence', { presence }, actor);
  }

  @Post('announce-exit')
  @HttpCode(200)
  @Allow(VOLUNTEER_WRITERS)
  @ApiOkResponse({ type: VolunteerView })
  announceExit(
    @ResourceId() id: string,
    @Body() body: ExitRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    return this.run(id, 'announce-exit', { exit: toExit(body, true) }, actor);
  }

  @Post('exit')
  @HttpCode(200)
  @Allow(VOLUNTEER_WRITERS)
  @ApiOkResponse({ type: VolunteerView })
  exit(
    @ResourceId() id: string,
    @Body() body: ExitRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    return this.run(id, 'exit', { exit: toExit(body, false) }, actor);
  }

  @Post('correct-exit')
  @HttpCode(200)
  @Allow(VOLUNTEER_WRITERS)
  @ApiOkResponse({ type: VolunteerView })
  correctExit(
    @ResourceId() id: string,
    @Body() body: ExitRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    return this.run(id, 'correct-exit', { exit: toExit(body, false) }, actor);
  }

  @Post('resume')
  @HttpCode(200)
  @Allow(VOLUNTEER_WRITERS)
  @ApiOkResponse({ type: VolunteerView })
  resume(
    @ResourceId() id: string,
    @Body() body: DatedVolunteerRequest,
    @CurrentActor() actor: Actor,
  ): Promise<VolunteerView> {
    return this.run(id, 'resume', { effectiveOn: body.effectiveOn ?? null }, actor);
  }

  private async run(
    id: string,
    command: UnitCommand,
    input: VolunteerCommandInput,
    actor: Actor,
  ): Promise<VolunteerView> {
    await this.runCommand.execute(id, command, input, actor);
    return this.consult.one(id, actor, (summary) => this.presenter.one(summary, actor));
  }
}
