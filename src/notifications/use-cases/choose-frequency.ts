import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import type { DigestFrequency } from '../domain/digest-frequency.js';
import { DigestBook } from './ports.js';

/** How often somebody wants to be written to: theirs alone to say. */
@Injectable()
export class ChooseFrequency {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly book: DigestBook,
    private readonly auditTrail: AuditTrail,
  ) {}

  current(actor: PersonActor): Promise<DigestFrequency> {
    return this.unitOfWork.run(actor, () => this.book.frequencyOf(actor.id), {
      lens: 'technical',
    });
  }

  execute(frequency: DigestFrequency, actor: PersonActor): Promise<void> {
    const work = async () => {
      await this.book.choose(actor.id, frequency);
      await this.auditTrail.record({
        actor,
        command: 'mail.choose-frequency',
        resource: { type: 'account', id: actor.id },
        organisationId: actor.organisation.id,
        effectiveOn: null,
        result: 'done',
        detail: frequency,
      });
    };
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }
}
