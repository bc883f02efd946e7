import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, systemActor, UnitOfWork } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import { decideVolunteer } from '../domain/decide-volunteer.js';
import { VolunteerQueries } from './ports.js';
import { VolunteerChanges } from './volunteer-changes.js';

/**
 * An announced exit takes effect on its day, in the unit's zone: a command of the system actor, without
 * effect when it is told twice, and as of the day that was announced when the service was down (F14).
 */
@Injectable()
export class TakeExitsIntoEffect {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: VolunteerQueries,
    private readonly changes: VolunteerChanges,
    private readonly clock: Clock,
  ) {}

  /** @returns how many exits of the unit took effect. */
  execute(unit: Organisation, correlationId: string): Promise<number> {
    const { id, code, kind } = unit;
    const actor = systemActor('take-exits-into-effect', { id, code, kind }, correlationId);
    const today = localDateIn(this.clock.now(), unit.timeZone);
    return this.unitOfWork.run(actor, async () => {
      const due = await this.queries.exitsDue(id, today);
      const changes = due.flatMap((volunteer) => {
        const effectiveOn = volunteer.exit?.exitedOn ?? today;
        const asOf = { on: effectiveOn, sequence: 0, line: 0 };
        const request = { volunteer, actor, effectiveOn, today, asOf, writes: {} };
        const decision = decideVolunteer({ ...request, command: 'take-effect' });
        return decision.ok ? [decision.change] : [];
      });
      await this.changes.write(changes);
      return changes.length;
    });
  }
}
