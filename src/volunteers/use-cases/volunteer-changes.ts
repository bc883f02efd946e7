import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '../../kernel/index.js';
import { Candidacies, MedicalConclusions } from '../../candidacies/index.js';
import type { VolunteerChange } from '../domain/decide-volunteer.js';
import { EXIT_CONCLUSION } from '../domain/volunteer.js';
import { volunteerMachine } from '../domain/volunteer.machine.js';
import { ServiceFollowers, Volunteers } from './ports.js';

/**
 * The only way a service is written: record, history, medical reason apart, what follows on the
 * mission locale's side, audit and outbox, in one unit of work. Set-based.
 */
@Injectable()
export class VolunteerChanges {
  constructor(
    private readonly volunteers: Volunteers,
    private readonly candidacies: Candidacies,
    private readonly conclusions: MedicalConclusions,
    private readonly followers: ServiceFollowers,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Writes changes already decided. */
  async write(changes: readonly VolunteerChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.volunteers.saveAll(changes);
    await this.sealMedicalReasons(changes.filter(({ isMedical }) => isMedical));
    await this.followers.follow(changes);
    await this.audit.recordAll(changes.map(entry));
    for (const change of changes) {
      if (change.actor.type !== 'file') await this.publish(change);
    }
  }

  /** A discharge is the same conclusion as an unfitness found before: one table, one right, one retention. */
  private async sealMedicalReasons(changes: readonly VolunteerChange[]): Promise<void> {
    if (changes.length === 0) return;
    const ids = changes.map(({ after }) => after.candidacyId);
    const candidacies = new Map((await this.candidacies.byIds(ids)).map((one) => [one.id, one]));
    await this.conclusions.sealAll(
      changes.flatMap(({ after, actor }) => {
        const candidacy = candidacies.get(after.candidacyId);
        return candidacy ? [{ candidacy, conclusion: EXIT_CONCLUSION, actor }] : [];
      }),
    );
  }

  private async publish({ after, command, actor }: VolunteerChange): Promise<void> {
    await this.outbox.publish({
      name: volunteerMachine.transitions[command].emits,
      organisationId: actor.organisation?.id ?? null,
      subjectId: after.id,
      payload: { unitId: after.unitId, missionLocaleId: after.missionLocaleId },
      correlationId: actor.correlationId,
    });
  }
}

function entry({ after, command, actor, effectiveOn }: VolunteerChange) {
  return {
    actor,
    command: `volunteer.${command}`,
    resource: { type: 'volunteer', id: after.id },
    organisationId: actor.organisation?.id ?? after.unitId,
    effectiveOn,
    result: 'done',
  } as const;
}
