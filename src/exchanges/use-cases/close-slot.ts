import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock } from '../../kernel/index.js';
import type { SystemActor } from '../../kernel/index.js';
import { SlotFiles } from './calendar-ports.js';
import { SlotBook } from './ports.js';
import { SettleReport } from './settle-report.js';

/** Ends a slot: what waits for a confirmation is refused, then nothing of the month changes any more. */
@Injectable()
export class CloseSlot {
  constructor(
    private readonly slots: SlotBook,
    private readonly files: SlotFiles,
    private readonly settleReport: SettleReport,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside a unit of work of the emitter.
   * @returns false when it was closed before, or while a file that came in time is being processed
   */
  async execute(slotId: string, actor: SystemActor): Promise<boolean> {
    const slot = await this.slots.takeOpen(slotId);
    if (!slot) return false;
    const files = await this.files.of(slotId);
    if (files.some(({ state }) => state === 'registered')) return false;
    for (const { id, state } of files) {
      if (state === 'held') await this.settleReport.expire(id, actor);
    }
    await this.slots.close(slotId, this.clock.now());
    await this.audit.record({
      actor,
      command: 'exchange.close-slot',
      resource: { type: 'exchange-slot', id: slotId },
      organisationId: slot.organisationId,
      effectiveOn: null,
      result: 'done',
      detail: `${slot.flow} ${slot.period}`,
    });
    return true;
  }
}
