import { Injectable } from '@nestjs/common';
import {
  actingRole,
  availableCommands,
  Clock,
  localDateIn,
  type Actor,
} from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { People, youngPersonView, type PersonRecord } from '../../people/index.js';
import type { OrganisationName } from '../../referrals/index.js';
import { volunteerMachine } from '../domain/volunteer.machine.js';
import { isDropout, probationEndsOn } from '../domain/volunteer.rules.js';
import type { Volunteer } from '../domain/volunteer.js';
import type { VolunteerSummary } from '../use-cases/ports.js';
import type { VolunteerView } from './volunteer.view.js';

/** Turns services into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class VolunteerPresenter {
  constructor(
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** One view per summary, in order. */
  async views(summaries: readonly VolunteerSummary[], actor: Actor): Promise<VolunteerView[]> {
    const ids = summaries.map(({ volunteer }) => volunteer.personId);
    const people = new Map((await this.people.byIds(ids)).map((person) => [person.id, person]));
    return Promise.all(
      summaries.map((summary) => this.view(summary, actor, people.get(summary.volunteer.personId))),
    );
  }

  /** The view of one service. */
  async one(summary: VolunteerSummary, actor: Actor): Promise<VolunteerView> {
    const [view] = await this.views([summary], actor);
    if (!view) throw new Error('one view per summary');
    return view;
  }

  private async view(
    { volunteer, reference, unitFileNumber, origin, createdAt }: VolunteerSummary,
    actor: Actor,
    person: PersonRecord | undefined,
  ): Promise<VolunteerView> {
    const unit = await this.organisations.byId(volunteer.unitId);
    return {
      id: volunteer.id,
      candidacyId: volunteer.candidacyId,
      referralId: volunteer.referralId,
      reference,
      unitFileNumber,
      origin,
      missionLocale: await this.nameOf(volunteer.missionLocaleId),
      unit: { code: unit?.code ?? '', name: unit?.usualName ?? '' },
      youngPerson: person ? youngPersonView(person) : null,
      ...serviceOf(volunteer),
      createdAt,
      availableCommands: this.commandsFor(volunteer, actor, unit?.timeZone ?? 'Europe/Paris'),
    };
  }

  private async nameOf(id: string | null): Promise<OrganisationName | null> {
    const organisation = id ? await this.organisations.byId(id) : undefined;
    return organisation ? { code: organisation.code, name: organisation.usualName } : null;
  }

  private commandsFor(volunteer: Volunteer, actor: Actor, zone: string): string[] {
    const today = localDateIn(this.clock.now(), zone);
    return availableCommands(volunteerMachine, volunteer, actingRole(actor), { today });
  }
}

function serviceOf(volunteer: Volunteer) {
  const { exit, incorporatedOn, state } = volunteer;
  const hasBegun = state === 'in-service' || state === 'exited';
  return {
    state,
    stateOn: volunteer.stateOn,
    volunteerType: volunteer.volunteerType,
    track: volunteer.track,
    site: volunteer.site,
    incorporatedOn,
    probationEndsOn: incorporatedOn && hasBegun ? probationEndsOn(incorporatedOn) : null,
    plannedEndOn: volunteer.plannedEndOn,
    presence: volunteer.presence,
    exit: exit && { ...exit, isDropout: isDropout(exit) },
  };
}
