import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { PeopleLists, type PeopleSearch, type PersonRecord } from '../../people/index.js';

/** Rows of a page of the list of young people (interface.md 10). */
export const PEOPLE_PER_PAGE = 50;

/** Looks for young people on the own files; each reading leaves a line in the audit (PRV-14). */
@Injectable()
export class SearchOwnPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleLists,
    private readonly audit: AuditTrail,
  ) {}

  execute(
    search: PeopleSearch,
    page: number,
    actor: PersonActor,
  ): Promise<{ items: PersonRecord[]; total: number }> {
    const range = { limit: PEOPLE_PER_PAGE, offset: (page - 1) * PEOPLE_PER_PAGE };
    return this.unitOfWork.read(actor, async () => {
      const found = await this.people.page(actor.organisation.id, search, range);
      await this.audit.record({
        actor,
        command: 'young-person.list',
        resource: { type: 'young-person', id: 'list' },
        organisationId: actor.organisation.id,
        effectiveOn: null,
        result: 'read',
        detail: `${found.items.length}`,
        people: found.items.map(({ id }) => id),
      });
      return found;
    });
  }
}
