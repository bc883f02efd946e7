import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { named, OrganisationDirectory, type Named } from '../../../organisations/index.js';
import { PersonFacts } from '../../../people/index.js';
import type { Fact } from '../../../platform/pages/index.js';
import { VolunteerPresenter } from '../../http/volunteer.presenter.js';
import type { VolunteerView } from '../../http/volunteer.view.js';
import { ConsultVolunteers } from '../../use-cases/consult-volunteers.js';
import { VolunteerQueries, type VolunteerEvent } from '../../use-cases/ports.js';
import { ServiceSections, type ServiceSection } from '../sections/service-sections.js';

/** A line of history with the name of who acted. */
export type NamedEvent = Named<VolunteerEvent>;

/** A service as its pages need it. */
export interface VolunteerFile {
  readonly view: VolunteerView;
  /** What a form sends back, so that nobody decides on what another has just changed. */
  readonly version: number;
  readonly events: readonly NamedEvent[];
  /** What is known of the young person, in words. */
  readonly person: readonly Fact[];
  readonly sections: readonly ServiceSection[];
  readonly isUnit: boolean;
  readonly timeZone: string;
  readonly today: LocalDate;
}

/** Reads a service for its pages, as the API reads it. */
@Injectable()
export class VolunteerFiles {
  constructor(
    private readonly consult: ConsultVolunteers,
    private readonly queries: VolunteerQueries,
    private readonly presenter: VolunteerPresenter,
    private readonly sections: ServiceSections,
    private readonly personFacts: PersonFacts,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws VolunteerNotFound for an unknown or foreign id */
  async one(id: string, actor: PersonActor): Promise<VolunteerFile> {
    const own = await this.organisations.byId(actor.organisation.id);
    const timeZone = own?.timeZone ?? 'Europe/Paris';
    const file = await this.consult.one(id, actor, async (summary) => ({
      view: await this.presenter.one(summary, actor),
      version: summary.volunteer.version,
      events: await named(this.organisations, await this.queries.history(id)),
      isUnit: actor.organisation.kind === 'unit',
      timeZone,
      today: localDateIn(this.clock.now(), timeZone),
    }));
    return {
      ...file,
      person: this.personFacts.of(file.view.youngPerson),
      sections: await this.sections.ofService(id, actor),
    };
  }
}
