import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { FindAlike, type PersonDetails, type PersonRecord } from '../../people/index.js';
import type { Referral } from '../domain/referral.js';
import { Referrals } from './ports.js';

/** Somebody already on the files of the mission locale, and the referral under way. */
export interface KnownYoungPerson {
  readonly person: PersonRecord;
  readonly open: Referral | null;
}

/** Looks for somebody on the own files before they are described a second time. */
@Injectable()
export class FindKnownPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly findAlike: FindAlike,
    private readonly referrals: Referrals,
    private readonly audit: AuditTrail,
  ) {}

  execute(described: PersonDetails, actor: PersonActor): Promise<KnownYoungPerson[]> {
    return this.unitOfWork.run(actor, async () => {
      const people = await this.findAlike.execute(actor.organisation.id, described);
      const open = await this.referrals.openOf(people.map(({ id }) => id));
      await this.audit.record({
        actor,
        command: 'person.search',
        resource: { type: 'young-person', id: 'list' },
        organisationId: actor.organisation.id,
        effectiveOn: null,
        result: 'read',
        detail: `${people.length}`,
        people: people.map(({ id }) => id),
      });
      return people.map((person) => ({
        person,
        open: open.find(({ personId }) => personId === person.id) ?? null,
      }));
    });
  }
}
