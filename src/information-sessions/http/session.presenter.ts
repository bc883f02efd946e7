import { Injectable } from '@nestjs/common';
import {
  actingRole,
  Clock,
  commandsOf,
  decide,
  localDateIn,
  localTimeIn,
  type Actor,
  type Instant,
} from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { People, youngPersonView } from '../../people/index.js';
import type { InformationSession, Registration } from '../domain/information-session.js';
import {
  informationSessionMachine,
  type SessionCommand,
  type SessionMoment,
} from '../domain/information-session.machine.js';
import type { RegistrationView, SessionDetailView, SessionView } from './session.view.js';

/** Turns sessions into what the API answers; runs inside the unit of work that read them. */
@Injectable()
export class SessionPresenter {
  constructor(
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  /** One view per session, in order. */
  views(sessions: readonly InformationSession[], actor: Actor): Promise<SessionView[]> {
    return Promise.all(sessions.map((session) => this.view(session, actor)));
  }

  /** One session, with who is registered for its mission locale. */
  async detail(
    session: InformationSession,
    registrations: readonly Registration[] | null,
    actor: Actor,
  ): Promise<SessionDetailView> {
    const view = await this.view(session, actor);
    return { ...view, registrations: registrations && (await this.named(registrations)) };
  }

  private async view(session: InformationSession, actor: Actor): Promise<SessionView> {
    const own = await this.organisations.byId(session.missionLocaleId);
    const unit = await this.organisations.byId(session.unitId);
    const timeZone = own?.timeZone ?? 'Europe/Paris';
    return {
      id: session.id,
      state: session.state,
      missionLocale: { code: own?.code ?? '', name: own?.usualName ?? '' },
      unit: { code: unit?.code ?? '', name: unit?.usualName ?? '' },
      startsAt: session.startsAt,
      startsOn: localDateIn(session.startsAt, timeZone),
      startTime: localTimeIn(session.startsAt, timeZone),
      timeZone,
      place: session.place,
      seats: session.seats,
      presence: session.presence,
      staff: session.staff,
      registered: session.registered,
      attended: session.attended,
      cancelReason: session.cancelReason,
      availableCommands: availableNow(session, actor, this.clock.now()),
    };
  }

  private async named(registrations: readonly Registration[]): Promise<RegistrationView[]> {
    const ids = registrations.map(({ personId }) => personId);
    const people = new Map((await this.people.byIds(ids)).map((person) => [person.id, person]));
    return registrations.map(({ personId, attendance }) => {
      const person = people.get(personId);
      return {
        youngPersonId: personId,
        youngPerson: person ? youngPersonView(person) : null,
        attendance,
      };
    });
  }
}

/** The commands that may pass now: those about somebody, for somebody whom they suit. */
export function availableNow(
  session: InformationSession,
  actor: Actor,
  now: Instant,
): SessionCommand[] {
  const role = actingRole(actor);
  return commandsOf(informationSessionMachine).filter(
    (command) =>
      decide(informationSessionMachine, session, command, role, momentFor(command, session, now))
        .ok,
  );
}

function momentFor(
  command: SessionCommand,
  { registered }: InformationSession,
  now: Instant,
): SessionMoment {
  const isOfSomebody = command === 'unregister' || command === 'record-attendance';
  const registration = isOfSomebody && registered > 0 ? { personId: '', attendance: null } : null;
  return { now, registration };
}
