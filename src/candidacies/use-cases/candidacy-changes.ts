import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '../../kernel/index.js';
import { ReferralChanges, type Referral } from '../../referrals/index.js';
import { candidacyMachine } from '../domain/candidacy.machine.js';
import type { CandidacyChange } from '../domain/decide-candidacy.js';
import { followReferral } from './follow-referral.js';
import { Candidacies, MedicalConclusions, type CandidacyOpening, type SaidMarks } from './ports.js';

/**
 * The only way a candidacy is written: record, history, conclusion apart, referral that follows,
 * audit and outbox, in one unit of work. Set-based: a page brings one change, a file thousands.
 */
@Injectable()
export class CandidacyChanges {
  constructor(
    private readonly candidacies: Candidacies,
    private readonly conclusions: MedicalConclusions,
    private readonly referralChanges: ReferralChanges,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Starts the unit's files. */
  async open(openings: readonly CandidacyOpening[]): Promise<void> {
    if (openings.length === 0) return;
    await this.candidacies.openAll(openings);
    await this.audit.recordAll(openings.map((opening) => entry('open', opening)));
  }

  /** Writes changes already decided, with the referrals they answer (by referral id) and the marks files leave. */
  async write(
    changes: readonly CandidacyChange[],
    referrals: ReadonlyMap<string, Referral>,
    marks?: SaidMarks,
  ): Promise<void> {
    if (changes.length === 0) return;
    // Sealed first: the line of history that follows tells which conclusion was known by then.
    await this.sealConclusions(changes);
    await this.candidacies.saveAll(changes, marks);
    await this.referralChanges.write(
      changes.flatMap((change) => {
        const referral = referrals.get(change.after.referralId ?? '');
        const follow = referral && followReferral(referral, change);
        return follow ? [follow] : [];
      }),
    );
    await this.audit.recordAll(changes.map((change) => entry(change.command, change)));
    for (const change of changes) {
      if (change.actor.type !== 'file') await this.publish(change);
    }
  }

  private sealConclusions(changes: readonly CandidacyChange[]): Promise<void> {
    const toSeal = changes.flatMap(({ after, conclusion, actor }) =>
      conclusion ? [{ candidacy: after, conclusion, actor }] : [],
    );
    return this.conclusions.sealAll(toSeal);
  }

  private async publish({ after, command, actor }: CandidacyChange): Promise<void> {
    await this.outbox.publish({
      name: candidacyMachine.transitions[command].emits,
      organisationId: actor.organisation?.id ?? null,
      subjectId: after.id,
      payload: { unitId: after.unitId, missionLocaleId: after.missionLocaleId },
      correlationId: actor.correlationId,
    });
  }
}

function entry(command: string, { after, actor, effectiveOn }: CandidacyOpening) {
  return {
    actor,
    command: `candidacy.${command}`,
    resource: { type: 'candidacy', id: after.id },
    organisationId: actor.organisation?.id ?? after.unitId,
    effectiveOn,
    result: 'done',
  } as const;
}
