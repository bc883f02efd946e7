import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox, type AuditAct } from '../../kernel/index.js';
import { decideTransfer, type TransferChange } from '../domain/decide-transfer.js';
import type { ReturnChange } from '../domain/decide-return.js';
import { isActive } from '../domain/return-episode.js';
import { proposerOf } from '../domain/transfer.js';
import { returnTransferMachine } from '../domain/transfer.machine.js';
import { Transfers } from './transfer-ports.js';

/** The only way a proposal is written: record, history, audit and outbox, in one unit of work. */
@Injectable()
export class TransferChanges {
  constructor(
    private readonly transfers: Transfers,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Writes changes already decided. */
  async write(changes: readonly TransferChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.transfers.saveAll(changes);
    await this.audit.recordAll(changes.map(entry));
    for (const change of changes) await this.publish(change);
  }

  /** A return that came to an end is proposed to nobody any more. */
  async endWith(changes: readonly ReturnChange[]): Promise<void> {
    const ended = changes.filter(
      ({ before, after, command }) =>
        before !== null && isActive(before) && !isActive(after) && command !== 'transfer',
    );
    if (ended.length === 0) return;
    const changeOf = new Map(ended.map((change) => [change.after.id, change]));
    const pending = await this.transfers.pendingOf([...changeOf.keys()]);
    const voided = pending.flatMap((transfer) => {
      const end = changeOf.get(transfer.episodeId);
      if (!end) return [];
      const { actor, effectiveOn: today } = end;
      const decision = decideTransfer({ transfer, command: 'void', actor, as: 'return', today });
      return decision.ok ? [decision.change] : [];
    });
    await this.write(voided);
  }

  private async publish({ after, command, actor }: TransferChange): Promise<void> {
    await this.outbox.publish({
      name: returnTransferMachine.transitions[command].emits,
      organisationId: actor.organisation?.id ?? null,
      subjectId: after.id,
      payload: {
        unitId: after.unitId,
        missionLocaleId: after.missionLocaleId,
        toId: after.toId,
        returnId: after.episodeId,
      },
      correlationId: actor.correlationId,
    });
  }
}

function entry({ after, command, actor, effectiveOn }: TransferChange): AuditAct {
  return {
    actor,
    command: `return-transfer.${command}`,
    resource: { type: 'return-transfer', id: after.id },
    organisationId: actor.organisation?.id ?? proposerOf(after),
    effectiveOn,
    result: 'done',
  };
}
