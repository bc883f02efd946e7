import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import { CorrectPerson, listedName, PersonFacts, youngPersonView } from '../../../people/index.js';
import { ResourceId } from '../../../platform/http/index.js';
import type { Page } from '../../../platform/pages/index.js';
import { Allow, CountedAs, CurrentActor } from '../../../platform/security/index.js';
import { listedOutcome } from '../../domain/shown-outcome.js';
import { ReferralPresenter } from '../../http/referral.presenter.js';
import { ConsultReferrals } from '../../use-cases/consult-referrals.js';
import { OutcomeLabels } from '../../use-cases/ports.js';
import { ReadOwnPerson } from '../../use-cases/read-own-person.js';
import { SearchOwnPeople } from '../../use-cases/search-own-people.js';
import { ADVISERS } from '../mission-locale-roles.js';
import { PlaceTexts } from '../refer/place-texts.js';
import { SupportSections } from '../support/support-sections.js';
import { presentCorrections } from './correction/correction.presenter.js';
import { PersonPaths } from './path/person-paths.js';
import { referralStep } from './path/referral-step.rules.js';
import { readPeopleAddress, searchOf } from './people-search.js';
import { peoplePage, personPage } from './people.page.js';
import { presentPeople, presentReferrals } from './people.presenter.js';

/** Referrals shown on the page of somebody: nobody has as many. */
const MOST_REFERRALS = 50;

/** The young people of a mission locale, and what became of each. */
@ApiExcludeController()
@Controller('jeunes')
export class PeopleController {
  constructor(
    private readonly search: SearchOwnPeople,
    private readonly people: ReadOwnPerson,
    private readonly referrals: ConsultReferrals,
    private readonly presenter: ReferralPresenter,
    private readonly labels: OutcomeLabels,
    private readonly supports: SupportSections,
    private readonly paths: PersonPaths,
    private readonly corrections: CorrectPerson,
    private readonly personFacts: PersonFacts,
    private readonly places: PlaceTexts,
    private readonly organisations: OrganisationDirectory,
  ) {}

  @Get()
  @CountedAs('search')
  @Allow(ADVISERS)
  async list(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const address = readPeopleAddress(query);
    const found = await this.search.execute(searchOf(address), address.page, actor);
    return peoplePage(address, presentPeople(address, found));
  }

  @Get(':id')
  @Allow(ADVISERS)
  async one(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const person = await this.people.execute(id, actor);
    const { views } = await this.referrals.list(
      { personId: id },
      MOST_REFERRALS,
      null,
      actor,
      (items) => this.presenter.views(items, actor, listedOutcome),
    );
    const path = await this.paths.ofPerson(id, actor);
    return personPage({
      id,
      name: listedName(person.identity),
      facts: this.personFacts.withFileNumber(youngPersonView(person)),
      referrals: presentReferrals(views, (code) => this.labels.labelOf(code)),
      step: path.now ?? referralStep(views) ?? path.later,
      path,
      support: await this.supports.ofPerson(id, actor),
      corrections: await this.correctionsOf(id, actor),
    });
  }

  private async correctionsOf(id: string, actor: PersonActor) {
    const own = await this.organisations.byId(actor.organisation.id);
    return presentCorrections(await this.corrections.history(id, actor), {
      organisationName: own?.usualName ?? null,
      timeZone: own?.timeZone ?? 'Europe/Paris',
      placeName: (code) => this.places.nameOf(code),
    });
  }
}
