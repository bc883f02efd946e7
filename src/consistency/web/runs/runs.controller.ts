import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ConsultExceptions } from '../../use-cases/consult-exceptions.js';
import { runsPage } from './runs.page.js';

/** The checks of everyone, for those who run the service. */
@ApiExcludeController()
@Controller('admin/coherence')
export class ConsistencyRunsController {
  constructor(
    private readonly consult: ConsultExceptions,
    private readonly organisations: OrganisationDirectory,
  ) {}

  @Get()
  @Allow({ roles: ['admin'] })
  async page(@CurrentActor() actor: PersonActor): Promise<Page> {
    const own = await this.organisations.byId(actor.organisation.id);
    return runsPage(await this.consult.latestRuns(actor), own?.timeZone ?? 'Europe/Paris');
  }
}
