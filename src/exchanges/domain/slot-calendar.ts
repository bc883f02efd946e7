import {
  addDays,
  addMillis,
  addMonths,
  firstDay,
  instantAt,
  localDateIn,
  monthOf,
  nextWorkingDay,
  timeZoneOf,
} from '../../kernel/index.js';
import type { Instant, LocalDate, Month, TerritoryCode } from '../../kernel/index.js';

/** The moments of a slot (exchange.md 7.a, calendar; 7.h). */
export interface SlotDates {
  /** From then on files of the period are taken. */
  readonly opensAt: Instant;
  /** What comes later is late. */
  readonly dueAt: Instant;
  /** From then on nothing is taken any more. */
  readonly closesAt: Instant;
}

/** Where the emitter's days are counted. */
export interface SlotPlace {
  readonly territory: TerritoryCode;
  /** IANA name. */
  readonly timeZone: string;
}

const DUE_DAY = 5;
const LAST_DAY = 8;
const MINUTE = 60_000;
/** The zone where a month ends last, UTC-10. */
const LAST_ZONE = timeZoneOf('PF');

/** When the slot of a month opens for everybody: once the month is over everywhere. */
export function slotOpening(period: Month): Instant {
  return instantAt(firstDay(addMonths(period, 1)), '00:00', LAST_ZONE);
}

/** The month whose slot opened last; the next one's is to come. */
export function lastOpenedPeriod(now: Instant): Month {
  return addMonths(monthOf(localDateIn(now, LAST_ZONE)), -1);
}

/**
 * The slot of a month: due on the 5th of the next one at noon, taken until the end of the 8th, in the
 * emitter's zone; a day off in its territory moves to the next working day.
 */
export function monthlySlotDates(period: Month, { territory, timeZone }: SlotPlace): SlotDates {
  const next = firstDay(addMonths(period, 1));
  const workedOn = (day: number): LocalDate => nextWorkingDay(territory, addDays(next, day - 1));
  return {
    opensAt: slotOpening(period),
    dueAt: instantAt(workedOn(DUE_DAY), '12:00', timeZone),
    closesAt: instantAt(addDays(workedOn(LAST_DAY), 1), '00:00', timeZone),
  };
}

/** In the demonstration a slot stays open until the next one opens (contract.md 5). */
export function demonstrationSlotDates(period: Month): SlotDates {
  const closesAt = slotOpening(addMonths(period, 1));
  return { opensAt: slotOpening(period), dueAt: addMillis(closesAt, -MINUTE), closesAt };
}
