import { Injectable } from '@nestjs/common';
import { toldState } from '../deposit/index.js';
import { ExchangeLedger, SlotBook, type Slot } from './ports.js';

/** Notes in a slot what was received for it. */
@Injectable()
export class MarkSlot {
  constructor(
    private readonly slots: SlotBook,
    private readonly ledger: ExchangeLedger,
  ) {}

  /**
   * A nil statement is told apart from a photo, which is never forgotten for one; an annulation makes the
   * slot expected again (exchange.md 7.e.4). The order in which the files came does not count.
   */
  async execute(slot: Slot): Promise<void> {
    const { organisationId, flow, mode, period } = slot;
    const files = await this.ledger.filesOfPeriod(organisationId, flow, mode, period);
    const applied = files.filter(({ state }) => state === 'applied' || state === 'closed');
    const told = toldState(applied.flatMap(({ place }) => place ?? []));
    const state = told === 'expected' && slot.state === 'exempt' ? 'exempt' : told;
    if (state !== slot.state) await this.slots.save({ ...slot, state });
  }
}
