import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { People, YoungPersonNotFound, type PersonRecord } from '../../people/index.js';

/** Opens the file of a young person of the own mission locale; leaves a line in the audit (PRV-14). */
@Injectable()
export class ReadOwnPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws YoungPersonNotFound for an unknown or foreign id */
  execute(id: string, actor: PersonActor): Promise<PersonRecord> {
    return this.unitOfWork.run(actor, async () => {
      const [person] = await this.people.byIds([id]);
      if (person?.organisationId !== actor.organisation.id) throw new YoungPersonNotFound();
      await this.audit.record({
        actor,
        command: 'young-person.read',
        resource: { type: 'young-person', id },
        organisationId: actor.organisation.id,
        effectiveOn: null,
        result: 'read',
        people: [id],
      });
      return person;
    });
  }
}
