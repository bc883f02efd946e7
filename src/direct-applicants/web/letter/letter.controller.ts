import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { ResourceId } from '../../../platform/http/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { DirectApplicantPresenter } from '../../http/direct-applicant.presenter.js';
import { ConsultApplicants } from '../../use-cases/consult-applicants.js';
import { RECORDERS } from '../applicant-words.js';
import { letterPage } from './letter.page.js';

/** The invitation to the mission locale, to print and to give (F08). */
@ApiExcludeController()
@Controller('candidats-directs')
export class InvitationLetterController {
  constructor(
    private readonly consult: ConsultApplicants,
    private readonly presenter: DirectApplicantPresenter,
  ) {}

  @Get(':id/lettre')
  @Allow(RECORDERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return letterPage(
      await this.consult.one(id, actor, (item) => this.presenter.view(item, actor)),
    );
  }
}
