import type { Month } from '../../kernel/index.js';
import type { SlotDates, SlotPlace } from '../domain/slot-calendar.js';
import { demonstrationSlotDates, monthlySlotDates } from '../domain/slot-calendar.js';
import type { SlotRecord } from '../domain/slot-state.js';
import type { Slot } from './ports.js';

/** When the files of a month are taken; the configuration chooses the calendar. */
export abstract class SlotCalendar {
  /** Whether emitters and recipients are reminded of what they owe. */
  abstract readonly hasReminders: boolean;
  /** Whether outbound files are made as soon as a file is applied. */
  abstract readonly deliversAtOnce: boolean;
  abstract datesOf(period: Month, place: SlotPlace): SlotDates;

  /** The slot of a month as it is recorded, or as the calendar makes it when nothing came yet. */
  recordOf(period: Month, place: SlotPlace, recorded: readonly Slot[]): SlotRecord {
    const known = recorded.find((slot) => slot.period === period);
    if (known) return { ...known, period };
    return { period, state: 'expected', ...this.datesOf(period, place) };
  }
}

/** The calendar of exchange.md 7.a. */
export class MonthlySlotCalendar extends SlotCalendar {
  override readonly hasReminders = true;
  override readonly deliversAtOnce = false;

  override datesOf(period: Month, place: SlotPlace): SlotDates {
    return monthlySlotDates(period, place);
  }
}

/**
 * The calendar of the demonstration, where last month can be sent at any time (contract.md 5): a file
 * that may come until the next month opens is never late, and nobody is reminded of it.
 */
export class DemonstrationSlotCalendar extends SlotCalendar {
  override readonly hasReminders = false;
  override readonly deliversAtOnce = true;

  override datesOf(period: Month): SlotDates {
    return demonstrationSlotDates(period);
  }
}
