import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { Candidacies, CandidacyNotFound, type Candidacy } from '../../candidacies/index.js';

/** Reads the candidate whose service is about to begin; the reading leaves a line in the audit (PRV-14). */
@Injectable()
export class ConsultCandidate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly candidacies: Candidacies,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * `present` runs in the same unit of work.
   * @throws CandidacyNotFound for an unknown or foreign candidacy
   */
  execute<T>(id: string, actor: Actor, present: (candidacy: Candidacy) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(actor, async () => {
      const [candidacy] = await this.candidacies.byIds([id]);
      if (!candidacy) throw new CandidacyNotFound();
      await this.audit.record({
        actor,
        command: 'candidacy.read',
        resource: { type: 'candidacy', id },
        organisationId: actor.organisation?.id ?? '',
        effectiveOn: null,
        result: 'read',
        people: [candidacy.personId],
      });
      return present(candidacy);
    });
  }
}
