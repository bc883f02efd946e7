import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, systemActor, UnitOfWork } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import { ReturnPlaces } from '../../returns/index.js';
import { decideDirect } from '../domain/decide-direct.js';
import { forgottenUntil } from '../domain/keeping.rules.js';
import { DirectChanges } from './direct-changes.js';
import { invitationTimes } from './invitation-times.js';
import { DirectApplicants } from './ports.js';

/**
 * Six months after the invitation nothing is kept of whom a unit did not take (PRV-08, ADR 0040): a
 * command of the system actor, without effect when it is told twice, caught up after an outage.
 */
@Injectable()
export class ForgetApplicants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applicants: DirectApplicants,
    private readonly places: ReturnPlaces,
    private readonly changes: DirectChanges,
    private readonly clock: Clock,
  ) {}

  /** @returns how many of the unit are forgotten */
  execute(unit: Organisation, correlationId: string): Promise<number> {
    const { id, code, kind } = unit;
    const actor = systemActor('forget-direct-applicants', { id, code, kind }, correlationId);
    const today = localDateIn(this.clock.now(), unit.timeZone);
    return this.unitOfWork.run(actor, async () => {
      const due = await this.applicants.invitedUntil(id, forgottenUntil(today));
      const placeOf = await this.places.of(due);
      const changes = due.flatMap((applicant) => {
        const times = invitationTimes(placeOf(applicant).book, today);
        const decision = decideDirect({ applicant, actor, today, times, command: 'forget' });
        return decision.ok ? [decision.change] : [];
      });
      await this.changes.write(changes);
      return changes.length;
    });
  }
}
