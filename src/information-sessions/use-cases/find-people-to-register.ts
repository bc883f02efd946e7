import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { PeopleLists, type PeopleSearch, type PersonRecord } from '../../people/index.js';
import { SessionNotFound } from '../domain/errors.js';
import type { InformationSession } from '../domain/information-session.js';
import { InformationSessions } from './ports.js';

/** People shown of one search: more names ask for a better search. */
export const MOST_FOUND = 10;

/** Somebody the mission locale knows, and whether they are registered already. */
export interface FoundPerson {
  readonly person: PersonRecord;
  readonly isRegistered: boolean;
}

/** Looks for young people of the own mission locale to register; leaves a line in the audit (PRV-14). */
@Injectable()
export class FindPeopleToRegister {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: InformationSessions,
    private readonly people: PeopleLists,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param search null before anything was typed: nobody is shown
   * @throws SessionNotFound for an unknown or foreign id
   */
  execute(
    sessionId: string,
    search: PeopleSearch | null,
    actor: PersonActor,
  ): Promise<{ session: InformationSession; found: FoundPerson[]; total: number }> {
    return this.unitOfWork.read(actor, async () => {
      const session = await this.sessions.byId(sessionId);
      if (session?.missionLocaleId !== actor.organisation.id) throw new SessionNotFound();
      if (search === null) return { session, found: [], total: 0 };
      const range = { limit: MOST_FOUND, offset: 0 };
      const { items, total } = await this.people.page(actor.organisation.id, search, range);
      await this.audit.record({
        actor,
        command: 'young-person.list',
        resource: { type: 'young-person', id: 'list' },
        organisationId: actor.organisation.id,
        effectiveOn: null,
        result: 'read',
        detail: `${items.length}`,
        people: items.map(({ id }) => id),
      });
      const registered = await this.sessions.registrations(sessionId);
      const ids = new Set(registered.map(({ personId }) => personId));
      const found = items.map((person) => ({ person, isRegistered: ids.has(person.id) }));
      return { session, found, total };
    });
  }
}
