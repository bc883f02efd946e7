import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock, localDateIn, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ReturnPresenter } from '../../http/return.presenter.js';
import { ConsultReturns } from '../../use-cases/consult-returns.js';
import { ReadMarks } from '../../use-cases/ports.js';
import { Transfers } from '../../use-cases/transfer-ports.js';
import { RETURN_READERS } from '../return-roles.js';
import { readSearch, RETURN_TABS } from './worklist-search.js';
import { worklistPage } from './worklist.page.js';
import { presentWorklist } from './worklist.presenter.js';

/** The worklist of returns: minors first, then who has waited longest past the date. */
@ApiExcludeController()
@Controller('retours')
export class ReturnWorklistController {
  constructor(
    private readonly consult: ConsultReturns,
    private readonly marks: ReadMarks,
    private readonly transfers: Transfers,
    private readonly presenter: ReturnPresenter,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(RETURN_READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const search = readSearch(query);
    const own = await this.organisations.byId(actor.organisation.id);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    const isOfUnit = actor.organisation.kind === 'unit';
    const { view } = RETURN_TABS[search.tab];
    const { rows: found, counts } = await this.consult.page(
      { view, reader: { today, readerId: isOfUnit ? actor.id : null }, page: search.page },
      actor,
      async (items) => ({
        rows: await this.presenter.views(items, actor),
        unread: isOfUnit
          ? await this.marks.unread(
              items.map(({ episode }) => episode.id),
              actor.id,
            )
          : new Set<string>(),
        transfers: await this.transfersOf(actor.organisation),
      }),
    );
    const presented = presentWorklist({ search, ...found, counts, today, isOfUnit });
    return worklistPage({ search, view: presented, isOfUnit });
  }

  /** What the page of the proposals shows: those of others, and one's own; units receive none. */
  private async transfersOf({ id, kind }: PersonActor['organisation']): Promise<number> {
    const received = kind === 'unit' ? 0 : await this.transfers.countReceived(id);
    return received + (await this.transfers.countSent(id));
  }
}
