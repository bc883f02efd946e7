import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock, localDateIn, type PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { listedName, nameTokens, People, youngPersonView } from '../../../people/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { VolunteerPresenter } from '../../http/volunteer.presenter.js';
import { ConsultServiceList } from '../../use-cases/consult-service-list.js';
import type { AwaitedIncorporation, ServiceSearch } from '../../use-cases/ports.js';
import { PAGE_READERS } from '../volunteer-words.js';
import { listPage } from './list.page.js';
import { presentList, type AwaitedNamed } from './list.presenter.js';
import { readSearch, SERVICE_TABS, tabsFor } from './list-search.js';

/** The list of services: who is to be incorporated, in service, gone. */
@ApiExcludeController()
@Controller('volontaires')
export class ServiceListController {
  constructor(
    private readonly consult: ConsultServiceList,
    private readonly presenter: VolunteerPresenter,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(PAGE_READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const isUnit = actor.organisation.kind === 'unit';
    const asked = readSearch(query);
    const search = tabsFor(isUnit).includes(asked.tab) ? asked : { ...asked, tab: 'tous' as const };
    const own = await this.organisations.byId(actor.organisation.id);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    const { view: shown } = SERVICE_TABS[search.tab];
    const request = { search: searchOf(search.text), view: shown, page: search.page, today };
    return this.consult.execute(request, actor, async (found) => {
      const services = await this.presenter.views(found.services, actor);
      const awaited = await this.named(found.awaited);
      const view = presentList({ ...found, search, services, awaited, isUnit, today });
      return listPage({ search, view, isUnit });
    });
  }

  private async named(awaited: readonly AwaitedIncorporation[]): Promise<AwaitedNamed[]> {
    const people = await this.people.byIds(awaited.map(({ personId }) => personId));
    const byId = new Map(people.map((person) => [person.id, person]));
    return Promise.all(
      awaited.map(async (one) => {
        const from = one.missionLocaleId && (await this.organisations.byId(one.missionLocaleId));
        const person = byId.get(one.personId);
        return {
          ...one,
          name: listedName(person ? youngPersonView(person) : null),
          missionLocaleName: from ? from.usualName : null,
        };
      }),
    );
  }
}

/** A text with a figure is a number of a file or a reference; any other is a name. */
function searchOf(text: string): ServiceSearch {
  if (text === '') return {};
  if (/\d/.test(text)) return { number: text.toUpperCase() };
  const words = [...nameTokens(text)];
  return { nameWords: words.length === 0 ? [text] : words };
}
