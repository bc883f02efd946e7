import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, UnitOfWork, type Actor } from '../../kernel/index.js';
import { SessionNotFound } from '../domain/errors.js';
import type { InformationSession, Registration } from '../domain/information-session.js';
import {
  InformationSessions,
  SessionQueries,
  type SessionFilter,
  type SessionPosition,
  type SessionView,
} from './ports.js';
import { registrationsRead } from './reading-lines.js';

/** Rows of a page of the list (interface.md 10). */
export const SESSIONS_PER_PAGE = 50;

/** Reads sessions. Lists name nobody; one session names those registered, to its mission locale alone. */
@Injectable()
export class ConsultSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: InformationSessions,
    private readonly queries: SessionQueries,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One page of the list of the API. */
  list(
    filter: SessionFilter,
    limit: number,
    after: SessionPosition | null,
    actor: Actor,
  ): Promise<{ items: InformationSession[]; total: number }> {
    return this.unitOfWork.read(actor, () => this.queries.page(filter, limit, after));
  }

  /** One page of a view, with the counts of all. */
  page(view: SessionView, page: number, actor: Actor) {
    const range = { limit: SESSIONS_PER_PAGE, offset: (page - 1) * SESSIONS_PER_PAGE };
    return this.unitOfWork.read(actor, async () => {
      const now = this.clock.now();
      const counts = await this.queries.counts(now);
      return { counts, items: await this.queries.inView(view, now, range) };
    });
  }

  /**
   * One session. `registrations` is null for a unit, which is told how many.
   * @throws SessionNotFound for an unknown or foreign id
   */
  one<T>(
    id: string,
    actor: Actor,
    present: (
      session: InformationSession,
      registrations: readonly Registration[] | null,
    ) => Promise<T>,
  ): Promise<T> {
    return this.unitOfWork.read(actor, async () => {
      const session = await this.sessions.byId(id);
      if (!session) throw new SessionNotFound();
      if (session.missionLocaleId !== actor.organisation?.id) return present(session, null);
      const registrations = await this.sessions.registrations(id);
      await this.audit.record(registrationsRead(actor, session, registrations));
      return present(session, registrations);
    });
  }

  /** How many sessions wait for a word of the caller; nobody is named. */
  waiting(actor: Actor): Promise<number> {
    const isUnit = actor.organisation?.kind === 'unit';
    return this.unitOfWork.read(actor, () =>
      isUnit ? this.queries.toAnswer(this.clock.now()) : this.queries.toTick(this.clock.now()),
    );
  }
}
