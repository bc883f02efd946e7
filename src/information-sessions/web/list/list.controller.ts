import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { SessionPresenter } from '../../http/session.presenter.js';
import { ConsultSessions } from '../../use-cases/consult-sessions.js';
import { SESSION_PAGE_READERS } from '../session-words.js';
import { listPage } from './list.page.js';
import { readSearch, SESSION_TABS } from './session-search.js';

/** The sessions of a mission locale, or those a unit is invited to. */
@ApiExcludeController()
@Controller('seances')
export class SessionListController {
  constructor(
    private readonly consult: ConsultSessions,
    private readonly presenter: SessionPresenter,
  ) {}

  @Get()
  @Allow(SESSION_PAGE_READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const search = readSearch(query);
    const { items, counts } = await this.consult.page(
      SESSION_TABS[search.tab].view,
      search.page,
      actor,
    );
    const rows = await this.presenter.views(items, actor);
    return listPage({ search, rows, counts, isOfUnit: actor.organisation.kind === 'unit' });
  }
}
