import { addMonths } from '../../../kernel/index.js';
import type { Instant, Month } from '../../../kernel/index.js';
import { lastOpenedPeriod, slotOpening } from '../slot-calendar.js';
import type {
  CalendarAct,
  CalendarPlace,
  DeliveryPlace,
  LateFile,
  OwedSlot,
  SequenceGap,
} from './acts.js';
import { gapReminderAt, photoAt, silenceAt, supplementAt } from './calendar-dates.js';
import { dueNotice, type NoticeView } from './due-notice.js';
import { NO_SUBJECT } from './notice.js';

/** Key of the opening of a month. */
export function openingKey(period: Month): string {
  return `OUVERTURE:${period}`;
}

/** Key of the photo of a month, for one recipient and flow. */
export function photoKey(period: Month, flow: string): string {
  return `PHOTO:${period}:${flow}`;
}

/** Key of the end of the photos of a month. */
export function photosKey(period: Month): string {
  return `PHOTOS:${period}`;
}

/** Key of what a late file adds to the photo. */
export function supplementKey(fileId: string): string {
  return `SUPPLEMENT:${fileId}`;
}

/** The months since the calendar was put in service, the one opened last included. */
export function periodsInService(startedAt: Instant, now: Instant): Month[] {
  const periods: Month[] = [];
  const last = lastOpenedPeriod(now);
  for (let period = lastOpenedPeriod(startedAt); period <= last; period = addMonths(period, 1)) {
    periods.push(period);
  }
  return periods;
}

/** What is owed for a month is recorded once it is over everywhere; who joins it later is added. */
export function openingActs(
  period: Month,
  owed: readonly OwedSlot[],
  isOpened: boolean,
): CalendarAct[] {
  if (isOpened && owed.length === 0) return [];
  return [{ kind: 'open-month', at: slotOpening(period), key: openingKey(period), slots: owed }];
}

/**
 * The photos of a month, one per recipient and flow (exchange.md 7.a, day 10), then their end. A
 * recipient that still waits for an earlier month gets that one first.
 */
export function photoActs(
  period: Month,
  waiting: readonly DeliveryPlace[],
  served: Set<string>,
  now: Instant,
): CalendarAct[] {
  const at = photoAt(period);
  if (now < at) return [];
  if (waiting.length === 0) return [{ kind: 'end-deliveries', at, key: photosKey(period) }];
  return waiting.flatMap(({ recipientId, flow }): CalendarAct[] => {
    const place = `${recipientId} ${flow}`;
    if (served.has(place)) return [];
    served.add(place);
    return [{ kind: 'deliver', at, key: photoKey(period, flow), recipientId, flow, period }];
  });
}

/** What came after the photo goes out with the next daily round. */
export function supplementActs(files: readonly LateFile[], now: Instant): CalendarAct[] {
  return files.flatMap(({ id: fileId, organisationId, appliedAt }): CalendarAct[] => {
    const at = supplementAt(appliedAt);
    const key = supplementKey(fileId);
    return now < at ? [] : [{ kind: 'supplement', at, key, fileId, organisationId }];
  });
}

/** The emitter is asked for numbers it passed over (exchange.md 6.4 #64). */
export function gapActs(gap: SequenceGap, place: CalendarPlace, view: NoticeView): CalendarAct[] {
  const { organisationId, flow, firstMissing: sequence, seenAt } = gap;
  const dueAt = gapReminderAt(seenAt, place);
  const key = `SEQUENCE_MANQUANTE:${flow}:P:${sequence}`;
  const notice = {
    ...NO_SUBJECT,
    organisationId,
    key,
    kind: 'SEQUENCE_MANQUANTE',
    audience: 'referent',
    flow,
    mode: 'P',
    sequence,
    dueAt,
  } as const;
  return dueNotice({ notice, until: null }, view);
}

/** The dead-man switch: not one file since the slots opened, from anybody (exchange.md 7.h). */
export function silenceActs(
  period: Month,
  lastDepositAt: Instant | null,
  operatorId: string,
  view: NoticeView,
): CalendarAct[] {
  if (lastDepositAt !== null && lastDepositAt >= slotOpening(period)) return [];
  const dueAt = silenceAt(period);
  const key = `AUCUN_DEPOT:${period}`;
  const about = { ...NO_SUBJECT, organisationId: operatorId, key, period, dueAt } as const;
  const notice = { ...about, kind: 'AUCUN_DEPOT', audience: 'exploitant' } as const;
  return dueNotice({ notice, until: slotOpening(addMonths(period, 1)) }, view);
}
