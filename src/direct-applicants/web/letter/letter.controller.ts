import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { NO_CONTACT, OrganisationDirectory } from '../../../organisations/index.js';
import { HttpProblem, ResourceId } from '../../../platform/http/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { DirectApplicantPresenter } from '../../http/direct-applicant.presenter.js';
import { ConsultApplicants } from '../../use-cases/consult-applicants.js';
import { RECORDERS } from '../applicant-words.js';
import { letterPage } from './letter.page.js';

const NO_LETTER = 'Ce candidat est retiré : il n’y a plus de lettre.';

/** The invitation to the mission locale, to print and to give (F08). */
@ApiExcludeController()
@Controller('candidats-directs')
export class InvitationLetterController {
  constructor(
    private readonly consult: ConsultApplicants,
    private readonly presenter: DirectApplicantPresenter,
    private readonly organisations: OrganisationDirectory,
  ) {}

  @Get(':id/lettre')
  @Allow(RECORDERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const view = await this.consult.one(id, actor, (item) => this.presenter.view(item, actor));
    if (view.state === 'withdrawn') throw new HttpProblem(404, 'not-found', NO_LETTER);
    const own = view.missionLocale && (await this.organisations.byCode(view.missionLocale.code));
    return letterPage(view, own ? await this.organisations.contactOf(own.id) : NO_CONTACT);
  }
}
