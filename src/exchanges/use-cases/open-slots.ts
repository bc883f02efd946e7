import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import type { Month } from '../../kernel/index.js';
import type { Organisation } from '../../organisations/index.js';
import { SlotBook, type Slot } from './ports.js';
import { SlotCalendar } from './slot-calendar.js';

/** Records a slot the first time it is needed: dates once given to an emitter do not move. */
@Injectable()
export class OpenSlots {
  constructor(
    private readonly slots: SlotBook,
    private readonly calendar: SlotCalendar,
    private readonly ids: Ids,
  ) {}

  /** The slot, recorded; inside a unit of work of the organisation. */
  async ensure(
    organisation: Organisation,
    flow: string,
    mode: Slot['mode'],
    period: Month,
  ): Promise<Slot> {
    const known = await this.slots.find(organisation.id, flow, mode, period);
    if (known) return known;
    const dates = this.calendar.datesOf(period, organisation);
    const place = { organisationId: organisation.id, flow, mode, period };
    const slot: Slot = { id: this.ids.uuid(), ...place, state: 'expected', ...dates };
    await this.slots.save(slot);
    // Two deposits may open it at the same instant: both must name the one that stayed.
    return (await this.slots.find(organisation.id, flow, mode, period)) ?? slot;
  }
}
