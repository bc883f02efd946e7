import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '../../kernel/index.js';
import type { DirectChange } from '../domain/decide-direct.js';
import { directApplicantMachine } from '../domain/direct-applicant.machine.js';
import { DirectApplicants } from './ports.js';

/**
 * The only way a direct applicant is written: record, history, audit and outbox, in one unit of work. A
 * file has its own event.
 */
@Injectable()
export class DirectChanges {
  constructor(
    private readonly applicants: DirectApplicants,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Writes changes already decided, in order. */
  async write(changes: readonly DirectChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.applicants.saveAll(changes);
    await this.audit.recordAll(changes.map(entry));
    for (const change of changes) {
      if (change.actor.type !== 'file') await this.publish(change);
    }
  }

  private async publish({ after, command, actor }: DirectChange): Promise<void> {
    await this.outbox.publish({
      name: directApplicantMachine.transitions[command].emits,
      organisationId: actor.organisation?.id ?? null,
      subjectId: after.id,
      // Of whom nothing passes, the mission locale is not told: it counts nobody it does not see.
      payload: {
        unitId: after.unitId,
        missionLocaleId: after.state === 'invited' ? null : after.missionLocaleId,
      },
      correlationId: actor.correlationId,
    });
  }
}

function entry({ after, command, actor, effectiveOn }: DirectChange) {
  return {
    actor,
    command: `direct-applicant.${command}`,
    resource: { type: 'direct-applicant', id: after.id },
    organisationId: actor.organisation?.id ?? after.unitId,
    effectiveOn,
    result: 'done',
  } as const;
}
