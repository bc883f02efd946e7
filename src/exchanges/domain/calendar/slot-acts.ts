import { addMonths } from '../../../kernel/index.js';
import type { Instant } from '../../../kernel/index.js';
import { slotOpening } from '../slot-calendar.js';
import type { CalendarAct, CalendarPlace, SlotFact } from './acts.js';
import { reminderAfter, reminderBefore } from './calendar-dates.js';
import { dueNotice, type NoticeView, type PlannedNotice } from './due-notice.js';
import { NO_SUBJECT, type NoticeAudience, type NoticeDraft, type NoticeKind } from './notice.js';

/**
 * What time makes of a slot (exchange.md 7.a, 7.h): reminders while nothing came, then its end: at its
 * own closing for what was received, at the opening of the next one otherwise, since a late file is
 * still taken. It ends once its notices are issued.
 */
export function slotActs(slot: SlotFact, place: CalendarPlace, view: NoticeView): CalendarAct[] {
  const notices = plannedNotices(slot, place).flatMap((planned) => dueNotice(planned, view));
  if (notices.length > 0) return notices;
  const at = endOf(slot);
  const { id: slotId, organisationId } = slot;
  return view.now >= at ? [{ kind: 'close-slot', at, slotId, organisationId }] : [];
}

function endOf({ state, closesAt, period }: SlotFact): Instant {
  return state === 'received' || state === 'nil' ? closesAt : slotOpening(addMonths(period, 1));
}

/** None once something came, or where nothing is owed; tests of partners (mode T) have no reminders. */
function plannedNotices(slot: SlotFact, place: CalendarPlace): PlannedNotice[] {
  if (slot.state !== 'expected' || slot.hasDeposit || !slot.isOwed || slot.mode === 'T') return [];
  const next = slotOpening(addMonths(slot.period, 1));
  const told = (
    kind: NoticeKind,
    audience: NoticeAudience,
    dueAt: Instant,
    until: Instant | null,
  ) => ({
    notice: draft(slot, kind, audience, dueAt),
    until,
  });
  const alertAt = reminderAfter(slot.dueAt, 5, place);
  const before = told('ECHEANCE_PROCHE', 'referent', reminderBefore(slot.dueAt, place), slot.dueAt);
  return [
    ...(slot.wasReceivedBefore ? [] : [before]),
    told('ECHEANCE_DEPASSEE', 'referent', slot.dueAt, next),
    told('RELANCE', 'direction', reminderAfter(slot.dueAt, 2, place), next),
    told('ALERTE', 'direction', alertAt, next),
    ...copies(told('ALERTE', 'tutelle', alertAt, next), place),
    told('FICHIER_MANQUANT', 'direction', next, null),
  ];
}

function draft(
  { organisationId, flow, mode, period }: SlotFact,
  kind: NoticeKind,
  audience: NoticeAudience,
  dueAt: Instant,
): NoticeDraft {
  const key = `${kind}:${flow}:${period}`;
  return { ...NO_SUBJECT, organisationId, key, kind, audience, flow, mode, period, dueAt };
}

/** The same for the body that follows the emitter, told of whom it speaks. */
function copies({ notice, until }: PlannedNotice, place: CalendarPlace): PlannedNotice[] {
  const { supervisorId: organisationId, code: partner } = place;
  if (organisationId === null) return [];
  const key = `${notice.key}:${partner}`;
  return [{ notice: { ...notice, organisationId, partner, key }, until }];
}
