import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, Clock, UnitOfWork, type Actor } from '../../kernel/index.js';
import { People } from '../../people/index.js';
import { decideSession, type SessionRequest } from '../domain/decide-session.js';
import { SessionCommandRefused, SessionInvalid, SessionNotFound } from '../domain/errors.js';
import type { InformationSession } from '../domain/information-session.js';
import { SessionChanges } from './session-changes.js';
import { InformationSessions } from './ports.js';

/** The unit answers, or the mission locale registers, says who came, cancels. */
@Injectable()
export class RunSessionCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: InformationSessions,
    private readonly people: People,
    private readonly changes: SessionChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * @param expectedVersion of the session that was read before deciding; any other is refused
   * @throws SessionNotFound for an unknown or foreign id
   * @throws SessionInvalid for somebody who is not of the own organisation
   * @throws ChangedMeanwhile, SessionCommandRefused
   */
  execute(
    id: string,
    request: SessionRequest,
    actor: Actor,
    expectedVersion?: number,
  ): Promise<InformationSession> {
    return this.unitOfWork.run(actor, async () => {
      const session = await this.sessions.byId(id);
      if (!session) throw new SessionNotFound();
      if ((expectedVersion ?? session.version) !== session.version) throw new ChangedMeanwhile();
      const personId = 'personId' in request ? request.personId : null;
      const isOwn = session.missionLocaleId === actor.organisation?.id;
      if (personId !== null && isOwn) await this.checkOwn(personId, session.missionLocaleId);
      const registration =
        personId === null || !isOwn ? null : await this.sessions.registration(id, personId);
      const moment = { now: this.clock.now(), registration };
      const decision = decideSession(session, request, moment, actor);
      if (!decision.ok) throw new SessionCommandRefused(decision.refusal);
      await this.changes.write(decision.change);
      return decision.change.after;
    });
  }

  /** Nobody is registered that the mission locale does not know. */
  private async checkOwn(personId: string, missionLocaleId: string): Promise<void> {
    const [person] = await this.people.byIds([personId]);
    if (person?.organisationId !== missionLocaleId) throw new SessionInvalid([UNKNOWN_PERSON]);
  }
}

const UNKNOWN_PERSON = {
  pointer: '/youngPersonId',
  code: 'constraint-error',
  detail: 'Ce jeune n’est pas connu de votre mission locale.',
} as const;
