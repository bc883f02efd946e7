import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { DirectApplicantPresenter } from '../../http/direct-applicant.presenter.js';
import { ConsultApplicants } from '../../use-cases/consult-applicants.js';
import { PAGE_READERS } from '../applicant-words.js';
import { APPLICANT_TABS, readSearch } from './applicant-search.js';
import { listPage } from './list.page.js';

/** The direct applicants of a unit, or those announced to a mission locale. */
@ApiExcludeController()
@Controller('candidats-directs')
export class ApplicantListController {
  constructor(
    private readonly consult: ConsultApplicants,
    private readonly presenter: DirectApplicantPresenter,
  ) {}

  @Get()
  @Allow(PAGE_READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const isOfUnit = actor.organisation.kind === 'unit';
    const search = readSearch(query, isOfUnit);
    const { state } = APPLICANT_TABS[search.tab];
    const { views, counts } = await this.consult.sheet(state, search.page, actor, (items) =>
      this.presenter.views(items, actor),
    );
    return listPage({ search, rows: views, counts, isOfUnit });
  }
}
