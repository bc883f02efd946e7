import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, Ids, systemActor, UnitOfWork, type Actor } from '../../kernel/index.js';
import { scopeOfOrganisation, type Organisation } from '../../organisations/index.js';
import { decideTransfer } from '../domain/decide-transfer.js';
import { handOver } from '../domain/hand-over.js';
import type { Transfer } from '../domain/transfer.js';
import { Returns } from './ports.js';
import { ReturnChanges } from './return-changes.js';
import { ReturnPlaces } from './return-places.js';
import { TransferChanges } from './transfer-changes.js';
import { Transfers } from './transfer-ports.js';

/**
 * Makes returns change hands, in the scope of their unit: it alone sees both, so that one ends and the
 * other begins in one transaction. Right after the yes; by the hourly round when that was cut short.
 */
@Injectable()
export class HandOverReturns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly returns: Returns,
    private readonly transfers: Transfers,
    private readonly places: ReturnPlaces,
    private readonly changes: ReturnChanges,
    private readonly transferChanges: TransferChanges,
    private readonly ids: Ids,
  ) {}

  /** @returns how many returns of a unit went on elsewhere; what another round does at once is left to it. */
  async execute(unit: Organisation, correlationId: string): Promise<number> {
    const actor = systemActor('hand-over-returns', scopeOfOrganisation(unit), correlationId);
    try {
      return await this.unitOfWork.run(actor, async () => {
        const accepted = await this.transfers.acceptedIn(unit.id);
        for (const transfer of accepted) await this.one(transfer, actor);
        return accepted.length;
      });
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return 0;
      throw error;
    }
  }

  private async one(transfer: Transfer, actor: Actor): Promise<void> {
    const [episode] = await this.returns.byIds([transfer.episodeId]);
    const asked = { missionLocaleId: transfer.toId, unitId: transfer.unitId };
    const { today, book } = (await this.places.of([asked]))(asked);
    const newId = this.ids.uuid();
    const over = episode && handOver({ transfer, episode, actor, today, book, newId });
    if (over) {
      // One at a time is active: the first ends before the next begins.
      await this.changes.write([over.ended]);
      await this.changes.write([over.begun]);
      await this.transferChanges.write([over.completed]);
      return;
    }
    const voided = decideTransfer({ transfer, command: 'void', actor, as: 'return', today });
    if (voided.ok) await this.transferChanges.write([voided.change]);
  }
}
