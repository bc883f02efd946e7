import {
  addDays,
  addMonths,
  addWorkingDays,
  firstDay,
  instantAt,
  localDateIn,
} from '../../../kernel/index.js';
import type { Instant, LocalDate, Month } from '../../../kernel/index.js';
import type { SlotPlace } from '../slot-calendar.js';

/** The zone of what the service itself does for everybody at once (REL-27). */
const SERVICE_ZONE = 'UTC';
const DELIVERY_TIME = '06:00';
const OFFICE_OPENS = '08:00';

/** Day 10 of the next month, 06:00 UTC: what is known goes to each recipient (exchange.md 7.a). */
export function photoAt(period: Month): Instant {
  return serviceTime(addDays(firstDay(addMonths(period, 1)), 9), DELIVERY_TIME);
}

/** The daily round that takes what came after the photo: the next 06:00 UTC. */
export function supplementAt(appliedAt: Instant): Instant {
  const today = localDateIn(appliedAt, SERVICE_ZONE);
  const round = serviceTime(today, DELIVERY_TIME);
  return round > appliedAt ? round : serviceTime(addDays(today, 1), DELIVERY_TIME);
}

/** Noon UTC of day 3: if nothing came from anybody by then, our door is broken (exchange.md 7.h). */
export function silenceAt(period: Month): Instant {
  return serviceTime(addDays(firstDay(addMonths(period, 1)), 2), '12:00');
}

/** Days 13 and 15 for what is available on day 10: 3 and 5 days later, at the same hour. */
export function collectionDates(availableAt: Instant): { reminderAt: Instant; reportAt: Instant } {
  const day = localDateIn(availableAt, SERVICE_ZONE);
  return {
    reminderAt: serviceTime(addDays(day, 3), DELIVERY_TIME),
    reportAt: serviceTime(addDays(day, 5), DELIVERY_TIME),
  };
}

/** The recipient has five working days to say what became of a file (exchange.md 7.d, ADR). */
export function acknowledgementDueAt(availableAt: Instant, place: SlotPlace): Instant {
  return officeTime(localDateIn(availableAt, place.timeZone), 6, place);
}

/** The emitter is asked for a number it passed over on the next working day. */
export function gapReminderAt(seenAt: Instant, place: SlotPlace): Instant {
  return officeTime(localDateIn(seenAt, place.timeZone), 1, place);
}

/** Three days before the due day, when the office opens. */
export function reminderBefore(dueAt: Instant, { timeZone }: SlotPlace): Instant {
  return instantAt(addDays(localDateIn(dueAt, timeZone), -3), OFFICE_OPENS, timeZone);
}

/** So many working days after the due time, at the same hour. */
export function reminderAfter(dueAt: Instant, workingDays: number, place: SlotPlace): Instant {
  const day = addWorkingDays(place.territory, localDateIn(dueAt, place.timeZone), workingDays);
  return instantAt(day, '12:00', place.timeZone);
}

function officeTime(from: LocalDate, workingDays: number, place: SlotPlace): Instant {
  return instantAt(
    addWorkingDays(place.territory, from, workingDays),
    OFFICE_OPENS,
    place.timeZone,
  );
}

function serviceTime(day: LocalDate, time: string): Instant {
  return instantAt(day, time, SERVICE_ZONE);
}
