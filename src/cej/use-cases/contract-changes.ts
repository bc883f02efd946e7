import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox } from '../../kernel/index.js';
import { cejContractMachine } from '../domain/cej-contract.machine.js';
import type { ContractChange } from '../domain/decide-contract.js';
import { Contracts } from './ports.js';

/** Name of the event of a contract that is recorded; the others are those of its life-cycle. */
export const CONTRACT_RECORDED = 'cej-contract.recorded.v1';

/** The only way a contract is written: record, history, audit and outbox, in one unit of work. Set-based. */
@Injectable()
export class ContractChanges {
  constructor(
    private readonly contracts: Contracts,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Writes changes already decided; those of a file are told once, by the file. */
  async write(changes: readonly ContractChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.contracts.saveAll(changes);
    await this.audit.recordAll(changes.map(entry));
    for (const change of changes) {
      if (change.actor.type !== 'file') await this.publish(change);
    }
  }

  private async publish({ after, command, actor }: ContractChange): Promise<void> {
    await this.outbox.publish({
      name:
        command === 'record' ? CONTRACT_RECORDED : cejContractMachine.transitions[command].emits,
      organisationId: actor.organisation?.id ?? null,
      subjectId: after.id,
      payload: { missionLocaleId: after.missionLocaleId },
      correlationId: actor.correlationId,
    });
  }
}

function entry({ after, command, actor, effectiveOn }: ContractChange) {
  return {
    actor,
    command: `cej-contract.${command}`,
    resource: { type: 'cej-contract', id: after.id },
    organisationId: actor.organisation?.id ?? after.missionLocaleId,
    effectiveOn,
    result: 'done',
  } as const;
}
