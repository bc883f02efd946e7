import { Injectable } from '@nestjs/common';
import type { FileNature } from '../deposit/index.js';
import { SlotBook, type Slot } from './ports.js';

/** Notes in a slot what was received for it. */
@Injectable()
export class MarkSlot {
  constructor(private readonly slots: SlotBook) {}

  /** A nil statement is told apart from a photo; a photo is never forgotten for one. */
  async execute(slot: Slot, nature: FileNature): Promise<void> {
    const state = nature === 'N' && slot.state !== 'received' ? 'nil' : 'received';
    if (state !== slot.state) await this.slots.save({ ...slot, state });
  }
}
