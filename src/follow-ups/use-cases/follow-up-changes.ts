import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '../../kernel/index.js';
import type { FollowUpChange, FollowUpCommand } from '../domain/decide-answer.js';
import { FollowUps } from './ports.js';

/** The events of answers, by what was done. */
export const FOLLOW_UP_EVENTS: Readonly<Record<FollowUpCommand, string>> = {
  answer: 'follow-up.answered.v1',
  correct: 'follow-up.corrected.v1',
  'take-back': 'follow-up.taken-back.v1',
};

/** The only way an answer is written: record, history, audit and outbox, in one unit of work. Set-based. */
@Injectable()
export class FollowUpChanges {
  constructor(
    private readonly followUps: FollowUps,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Writes changes already decided. */
  async write(changes: readonly FollowUpChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.followUps.saveAll(changes);
    await this.audit.recordAll(changes.map(entry));
    for (const change of changes) {
      if (change.actor.type !== 'file') await this.publish(change);
    }
  }

  private async publish({ after, command, actor }: FollowUpChange): Promise<void> {
    await this.outbox.publish({
      name: FOLLOW_UP_EVENTS[command],
      organisationId: actor.organisation?.id ?? null,
      subjectId: after.id,
      payload: {
        unitId: after.unitId,
        missionLocaleId: after.missionLocaleId,
        volunteerId: after.volunteerId,
        milestone: after.milestone,
      },
      correlationId: actor.correlationId,
    });
  }
}

function entry({ after, command, actor }: FollowUpChange) {
  return {
    actor,
    command: `follow-up.${command}`,
    resource: { type: 'follow-up', id: after.id },
    organisationId: after.missionLocaleId,
    effectiveOn: after.observedOn,
    result: 'done',
  } as const;
}
