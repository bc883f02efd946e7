import { Injectable } from '@nestjs/common';
import { systemActor, UnitOfWork } from '../../kernel/index.js';
import { scopeOfOrganisation, type Organisation } from '../../organisations/index.js';
import { decideTransfer } from '../domain/decide-transfer.js';
import { ReturnPlaces } from './return-places.js';
import { TransferChanges } from './transfer-changes.js';
import { Transfers } from './transfer-ports.js';

/** Silence is no yes: a proposal nobody answered in time goes back to whoever made it. */
@Injectable()
export class LapseTransfers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transfers: Transfers,
    private readonly places: ReturnPlaces,
    private readonly changes: TransferChanges,
  ) {}

  /** @returns how many proposals to a mission locale lapsed; told twice, none the second time. */
  execute(missionLocale: Organisation, correlationId: string): Promise<number> {
    const { id } = missionLocale;
    const actor = systemActor('lapse-transfers', scopeOfOrganisation(missionLocale), correlationId);
    return this.unitOfWork.run(actor, async () => {
      const own = { missionLocaleId: id, unitId: id };
      const { today } = (await this.places.of([own]))(own);
      const unanswered = await this.transfers.unansweredBefore(today, id);
      const lapsed = unanswered.flatMap((transfer) => {
        const decision = decideTransfer({ transfer, command: 'lapse', actor, today });
        return decision.ok ? [decision.change] : [];
      });
      await this.changes.write(lapsed);
      return lapsed.length;
    });
  }
}
