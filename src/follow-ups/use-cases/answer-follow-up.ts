import { Injectable } from '@nestjs/common';
import {
  ChangedMeanwhile,
  Clock,
  Ids,
  localDateIn,
  UnitOfWork,
  type Actor,
  type LocalDate,
} from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { Volunteers, type Volunteer } from '../../volunteers/index.js';
import type { Milestone } from '../domain/code-lists.js';
import { decideAnswer, type AnswerDecision, type AskedService } from '../domain/decide-answer.js';
import {
  FollowUpClosed,
  FollowUpInvalid,
  FollowUpNotFound,
  FollowUpNotOpen,
} from '../domain/errors.js';
import type { FollowUp, FollowUpAnswer } from '../domain/follow-up.js';
import { FollowUpChanges } from './follow-up-changes.js';
import { FollowUps } from './ports.js';

/** An answer as it was given; observed today when no day is told. */
export interface AnswerInput extends Omit<FollowUpAnswer, 'observedOn'> {
  readonly observedOn: LocalDate | null;
  /** Version of the answer that was read before, 0 of none; any other is refused. */
  readonly expectedVersion?: number;
}

/** The mission locale says what became of somebody, or corrects it (F16). */
@Injectable()
export class AnswerFollowUp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly volunteers: Volunteers,
    private readonly followUps: FollowUps,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: FollowUpChanges,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws FollowUpNotFound for an unknown or foreign id, and for somebody who did not leave
   * @throws ChangedMeanwhile when the answer is no longer the version that was read
   * @throws FollowUpNotOpen, FollowUpClosed, FollowUpInvalid
   */
  async execute(
    volunteerId: string,
    milestone: Milestone,
    { expectedVersion, observedOn, ...said }: AnswerInput,
    actor: Actor,
  ): Promise<FollowUp> {
    return this.unitOfWork.run(actor, async () => {
      const [volunteer] = await this.volunteers.byIds([volunteerId]);
      const service = volunteer && askedOf(volunteer);
      if (!service) throw new FollowUpNotFound();
      const known = await this.followUps.ofServices([volunteerId]);
      const current = known.find((one) => one.milestone === milestone) ?? null;
      // Of what was taken back nothing is shown: whoever reads it answers for the first time.
      const version = current?.isTakenBack ? 0 : (current?.version ?? 0);
      if ((expectedVersion ?? version) !== version) throw new ChangedMeanwhile();
      const today = await this.todayOf(service);
      const answer = { ...said, observedOn: observedOn ?? today };
      const newId = () => this.ids.uuid();
      const decision = decideAnswer({ service, milestone, current, answer, today, actor, newId });
      if (!decision.ok) throw refused(decision);
      await this.changes.write([decision.change]);
      return decision.change.after;
    });
  }

  private async todayOf({ missionLocaleId }: AskedService): Promise<LocalDate> {
    const own = await this.organisations.byId(missionLocaleId);
    return localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
  }
}

/** Only of an exit that took effect, and of whom a mission locale follows. */
export function askedOf(volunteer: Volunteer): AskedService | null {
  const { id: volunteerId, unitId, missionLocaleId, state, exit } = volunteer;
  if (state !== 'exited' || !exit || !missionLocaleId) return null;
  return { volunteerId, unitId, missionLocaleId, exitedOn: exit.exitedOn };
}

function refused(decision: Extract<AnswerDecision, { ok: false }>) {
  switch (decision.refusal) {
    case 'not-open':
      return new FollowUpNotOpen(decision.window);
    case 'closed':
      return new FollowUpClosed(decision.window);
    case 'invalid':
      return new FollowUpInvalid(decision.issues);
  }
}
