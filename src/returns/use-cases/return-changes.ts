import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '../../kernel/index.js';
import type { ReturnChange } from '../domain/decide-return.js';
import { returnMachine } from '../domain/return.machine.js';
import { Returns } from './ports.js';
import { TransferChanges } from './transfer-changes.js';

/**
 * The only way a return is written: record, history, audit and outbox, in one unit of work. Set-based:
 * a page brings one change, a file or a night thousands.
 */
@Injectable()
export class ReturnChanges {
  constructor(
    private readonly returns: Returns,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transfers: TransferChanges,
  ) {}

  /** Writes changes already decided. */
  async write(changes: readonly ReturnChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.returns.saveAll(changes);
    await this.audit.recordAll(changes.map(entry));
    for (const change of changes) {
      if (change.actor.type !== 'file') await this.publish(change);
    }
    await this.transfers.endWith(changes);
  }

  private async publish({ after, command, actor }: ReturnChange): Promise<void> {
    await this.outbox.publish({
      name: returnMachine.transitions[command].emits,
      organisationId: actor.organisation?.id ?? null,
      subjectId: after.id,
      payload: {
        unitId: after.unitId,
        missionLocaleId: after.missionLocaleId,
        volunteerId: after.volunteerId,
        escalation: after.escalation,
      },
      correlationId: actor.correlationId,
    });
  }
}

function entry({ after, command, actor, effectiveOn }: ReturnChange) {
  return {
    actor,
    command: `return.${command}`,
    resource: { type: 'return', id: after.id },
    organisationId: actor.organisation?.id ?? after.unitId,
    effectiveOn,
    result: 'done',
  } as const;
}
