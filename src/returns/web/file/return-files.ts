import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type LocalDate, type PersonActor } from '../../../kernel/index.js';
import { named, OrganisationDirectory, type Named } from '../../../organisations/index.js';
import { PersonFacts } from '../../../people/index.js';
import type { Fact } from '../../../platform/pages/index.js';
import { ServiceSections, type ServiceSection } from '../../../volunteers/index.js';
import { ReturnPresenter } from '../../http/return.presenter.js';
import type { ReturnEpisode } from '../../domain/return-episode.js';
import type { ReturnView } from '../../http/return.view.js';
import { ConsultReturns } from '../../use-cases/consult-returns.js';
import { ReturnQueries, type ReturnEvent } from '../../use-cases/ports.js';
import { Transfers } from '../../use-cases/transfer-ports.js';

/** A line of history with the name of who acted. */
export type NamedEvent = Named<ReturnEvent>;

/** A return as its pages need it. */
export interface ReturnFile {
  readonly view: ReturnView;
  /** What a form sends back, so that nobody answers what another has just changed. */
  readonly version: number;
  readonly events: readonly NamedEvent[];
  /** What is known of the young person, in words. */
  readonly person: readonly Fact[];
  readonly sections: readonly ServiceSection[];
  readonly timeZone: string;
  readonly today: LocalDate;
  readonly isOfUnit: boolean;
}

/** Reads a return for its pages, as the API reads it. */
@Injectable()
export class ReturnFiles {
  constructor(
    private readonly consult: ConsultReturns,
    private readonly queries: ReturnQueries,
    private readonly transfers: Transfers,
    private readonly presenter: ReturnPresenter,
    private readonly sections: ServiceSections,
    private readonly personFacts: PersonFacts,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws ReturnNotFound for an unknown or foreign id */
  async one(id: string, actor: PersonActor): Promise<ReturnFile> {
    const own = await this.organisations.byId(actor.organisation.id);
    const timeZone = own?.timeZone ?? 'Europe/Paris';
    const file = await this.consult.one(id, actor, async (summary) => ({
      view: await this.presenter.one(summary, actor),
      version: summary.episode.version,
      events: await named(this.organisations, await this.historyOf(summary.episode)),
      timeZone,
      today: localDateIn(this.clock.now(), timeZone),
      isOfUnit: actor.organisation.kind === 'unit',
    }));
    const sections = await this.sections.ofService(file.view.volunteerId, actor);
    const { youngPerson } = file.view;
    const person = file.isOfUnit
      ? this.personFacts.of(youngPerson)
      : this.personFacts.withFileNumber(youngPerson);
    return { ...file, person, sections };
  }

  /** The same for somebody who opens its page: what the mission locale did is no news any more. */
  async opened(id: string, actor: PersonActor): Promise<ReturnFile> {
    const file = await this.one(id, actor);
    if (file.isOfUnit) await this.consult.markRead(id, actor);
    return file;
  }

  /** What was done with the return and with its proposals, oldest first. */
  private async historyOf({ id, state, cause, endsOn }: ReturnEpisode): Promise<ReturnEvent[]> {
    const done = await this.queries.history(id);
    const proposed = (await this.transfers.history(id)).map(({ command, ...event }) => ({
      ...event,
      command: `transfer-${command}`,
      from: state,
      to: state,
      answer: null,
      contactedOn: null,
      cause,
      endsOn,
    }));
    return [...done, ...proposed].toSorted((one, other) =>
      one.recordedAt < other.recordedAt ? -1 : Number(one.recordedAt > other.recordedAt),
    );
  }
}
