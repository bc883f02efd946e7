import { Injectable } from '@nestjs/common';
import {
  Clock,
  Ids,
  instantAt,
  localDateIn,
  UnitOfWork,
  type Actor,
  type FieldIssue,
  type LocalDate,
} from '../../kernel/index.js';
import { hasDuty, OrganisationDirectory } from '../../organisations/index.js';
import { SessionInvalid, SessionNotFound } from '../domain/errors.js';
import type { InformationSession } from '../domain/information-session.js';
import { dayIssues, planIssues } from '../domain/plan.rules.js';
import { SessionChanges } from './session-changes.js';

/** A session as it is planned: day and hour of the mission locale. */
export interface PlanInput {
  /** Code of the unit that is invited. */
  readonly unit: string;
  readonly startsOn: LocalDate;
  /** `HH:MM` */
  readonly startTime: string;
  readonly place: string;
  readonly seats: number;
}

/** The mission locale plans a session and invites a unit, which answers (F01). */
@Injectable()
export class PlanSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: SessionChanges,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws SessionInvalid when it is not to come, or no convention has the unit come */
  async execute(input: PlanInput, actor: Actor): Promise<InformationSession> {
    const own = actor.organisation && (await this.organisations.byId(actor.organisation.id));
    if (!own) throw new SessionNotFound();
    const now = this.clock.now();
    const today = localDateIn(now, own.timeZone);
    // A day that no calendar of a session holds has no instant in some zones.
    const farAway = dayIssues(input.startsOn, today);
    if (farAway.length > 0) throw new SessionInvalid(farAway);
    const startsAt = instantAt(input.startsOn, input.startTime, own.timeZone);
    const unit = await this.organisations.byCode(input.unit);
    const isInvited = unit?.kind === 'unit' && (await this.comes(own.id, unit.id, input.startsOn));
    const issues = [...(isInvited ? [] : [NOT_INVITED]), ...planIssues(startsAt, now)];
    if (!unit || issues.length > 0) throw new SessionInvalid(issues);
    const session: InformationSession = {
      id: this.ids.uuid(),
      missionLocaleId: own.id,
      unitId: unit.id,
      startsAt,
      place: input.place,
      seats: input.seats,
      ...NEW,
    };
    await this.unitOfWork.run(actor, () =>
      this.changes.write({
        before: null,
        after: session,
        command: 'plan',
        registration: null,
        actor,
      }),
    );
    return session;
  }

  private async comes(missionLocaleId: string, unitId: string, on: LocalDate): Promise<boolean> {
    const convention = await this.organisations.conventionBetween(missionLocaleId, unitId, on);
    return convention !== undefined && hasDuty(convention, 'session-presence');
  }
}

const NOT_INVITED: FieldIssue = {
  pointer: '/unit',
  code: 'constraint-error',
  detail:
    'Choisissez une unité liée ce jour-là à votre mission locale par une convention qui prévoit sa présence aux séances.',
};

const NEW = {
  state: 'planned',
  cancelReason: null,
  presence: null,
  staff: null,
  registered: 0,
  ticked: 0,
  attended: 0,
  version: 1,
} as const;
