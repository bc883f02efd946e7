import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ConsultSilences } from '../../use-cases/consult-silences.js';
import { PILOTS } from '../return-roles.js';
import { silencesPage } from './silences.page.js';
import { presentSilences } from './silences.presenter.js';

/** Where silence climbs to: the missions locales of a region that leave returns without a sign. */
@ApiExcludeController()
@Controller('retours-signales')
export class SilencesController {
  constructor(
    private readonly consult: ConsultSilences,
    private readonly organisations: OrganisationDirectory,
  ) {}

  @Get()
  @Allow(PILOTS)
  async page(@CurrentActor() actor: PersonActor): Promise<Page> {
    const own = await this.organisations.byId(actor.organisation.id);
    const silent = await this.consult.of(actor);
    return silencesPage(presentSilences(silent, own?.timeZone ?? 'Europe/Paris'));
  }
}
