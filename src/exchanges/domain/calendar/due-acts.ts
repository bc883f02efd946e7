import type { Instant, Month } from '../../../kernel/index.js';
import type {
  CalendarAct,
  CalendarPlace,
  DeliveryPlace,
  LateFile,
  OwedSlot,
  SequenceGap,
  SlotFact,
  WaitingFile,
} from './acts.js';
import { photoAt } from './calendar-dates.js';
import type { NoticeView } from './due-notice.js';
import { mailboxActs } from './mailbox-acts.js';
import {
  gapActs,
  openingActs,
  photoActs,
  photoKey,
  photosKey,
  openingKey,
  silenceActs,
  supplementActs,
} from './service-acts.js';
import { slotActs } from './slot-acts.js';

/** A month in service and what it asks for. */
export interface MonthFacts {
  readonly period: Month;
  /** Owed and not recorded yet. */
  readonly owed: readonly OwedSlot[];
  /** Whom its photos go to. */
  readonly recipients: readonly DeliveryPlace[];
}

/** A report that may become final: its slot is closed and nobody looks at its rows any more. */
export interface OpenReport {
  readonly fileId: string;
  readonly organisationId: string;
}

/** What is recorded, for the calendar to decide. */
export interface CalendarFacts {
  readonly startedAt: Instant;
  /** The organisation that runs the service. */
  readonly operatorId: string;
  readonly places: ReadonlyMap<string, CalendarPlace>;
  /** Oldest first. */
  readonly months: readonly MonthFacts[];
  readonly slots: readonly SlotFact[];
  readonly files: readonly WaitingFile[];
  readonly gaps: readonly SequenceGap[];
  readonly lateFiles: readonly LateFile[];
  readonly openReports: readonly OpenReport[];
  readonly lastDepositAt: Instant | null;
  isDone(organisationId: string, key: string): boolean;
  isIssued(organisationId: string, key: string): boolean;
}

/** What the configuration asks for. */
export interface CalendarRules {
  readonly hasReminders: boolean;
  /** Outbound files are made as soon as a file is applied: nothing is left for a daily round. */
  readonly deliversAtOnce: boolean;
}

/**
 * Everything time has made due and that is not recorded as done, since ever, in its order. Pure: the
 * same facts give the same acts, whoever asks and however late (REL-22, exchange.md 6.7 #95).
 */
export function dueActs(now: Instant, facts: CalendarFacts, rules: CalendarRules): CalendarAct[] {
  const { startedAt, isIssued } = facts;
  const view: NoticeView = { now, startedAt, hasReminders: rules.hasReminders, isIssued };
  const placeOf = (id: string): CalendarPlace[] => {
    const place = facts.places.get(id);
    return place ? [place] : [];
  };
  const acts = [
    ...monthActs(now, facts, view),
    ...facts.slots.flatMap((slot) =>
      placeOf(slot.organisationId).flatMap((place) => slotActs(slot, place, view)),
    ),
    ...facts.files.flatMap((file) =>
      placeOf(file.organisationId).flatMap((place) => mailboxActs(file, place, view)),
    ),
    ...facts.gaps.flatMap((gap) =>
      placeOf(gap.organisationId).flatMap((place) => gapActs(gap, place, view)),
    ),
    ...(rules.deliversAtOnce ? [] : supplementActs(facts.lateFiles, now)),
    ...facts.openReports.map((report): CalendarAct => ({
      kind: 'settle-report',
      at: now,
      ...report,
    })),
  ];
  return acts.toSorted(byMoment);
}

function monthActs(now: Instant, facts: CalendarFacts, view: NoticeView): CalendarAct[] {
  const { operatorId, startedAt, isDone } = facts;
  const served = new Set<string>();
  return facts.months.flatMap(({ period, owed, recipients }) => {
    const isOver = isDone(operatorId, photosKey(period)) || photoAt(period) < startedAt;
    const waiting = recipients.filter(
      ({ recipientId, flow }) => !isDone(recipientId, photoKey(period, flow)),
    );
    return [
      ...openingActs(period, owed, isDone(operatorId, openingKey(period))),
      ...(isOver ? [] : photoActs(period, waiting, served, now)),
      ...(owed.length + recipients.length === 0
        ? []
        : silenceActs(period, facts.lastDepositAt, operatorId, view)),
    ];
  });
}

const RANKS: Readonly<Record<CalendarAct['kind'], number>> = {
  'open-month': 0,
  'issue-notice': 1,
  'close-slot': 2,
  'settle-report': 3,
  deliver: 4,
  supplement: 5,
  'end-deliveries': 6,
  'expire-file': 7,
};

/** By the moment they became due; what became due together, in the order in which one needs the other. */
function byMoment(one: CalendarAct, other: CalendarAct): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return RANKS[one.kind] - RANKS[other.kind];
}
