import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { FollowUpPresenter } from '../../http/follow-up.presenter.js';
import { ConsultFollowUps } from '../../use-cases/consult-follow-ups.js';
import { FOLLOW_UP_PAGE_READERS } from '../follow-up-words.js';
import { FOLLOW_UP_TABS, readSearch } from './worklist-search.js';
import { worklistPage } from './worklist.page.js';
import { presentWorklist } from './worklist.presenter.js';

/** The milestones to answer, answered and missed: those that close first come first. */
@ApiExcludeController()
@Controller('devenirs')
export class FollowUpWorklistController {
  constructor(
    private readonly consult: ConsultFollowUps,
    private readonly presenter: FollowUpPresenter,
  ) {}

  @Get()
  @Allow(FOLLOW_UP_PAGE_READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const search = readSearch(query);
    const { state } = FOLLOW_UP_TABS[search.tab];
    const found = await this.consult.page(state, search.page, actor, async (items) => {
      const views = await this.presenter.views(items, actor);
      return views.map((view, index) => ({ view, version: items[index]?.answer?.version ?? 0 }));
    });
    return worklistPage(search, presentWorklist({ search, role: actor.role, ...found }));
  }
}
