import type { Month } from '../../kernel/index.js';
import type { SlotDates, SlotPlace } from '../domain/slot-calendar.js';
import { demonstrationSlotDates, monthlySlotDates } from '../domain/slot-calendar.js';

/** When the files of a month are taken; the configuration chooses the calendar. */
export abstract class SlotCalendar {
  abstract datesOf(period: Month, place: SlotPlace): SlotDates;
}

/** The calendar of exchange.md 7.a. */
export class MonthlySlotCalendar extends SlotCalendar {
  override datesOf(period: Month, place: SlotPlace): SlotDates {
    return monthlySlotDates(period, place);
  }
}

/** The calendar of the demonstration, where last month can be sent at any time (contract.md 5). */
export class DemonstrationSlotCalendar extends SlotCalendar {
  override datesOf(period: Month): SlotDates {
    return demonstrationSlotDates(period);
  }
}
