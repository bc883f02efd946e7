import { addMonths } from '../../kernel/index.js';
import type { Instant, Month } from '../../kernel/index.js';
import { slotOpening, type SlotDates } from './slot-calendar.js';

/** The present state of a slot (contract.md 2). */
export const SLOT_STATES = [
  'upcoming',
  'expected',
  'received',
  'nil',
  'closed',
  'late',
  'missing',
  'exempt',
] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** Why an emitter owes nothing for a month (exchange.md 7.h, DISPENSE). */
export const EXEMPT_REASONS = [
  'AUCUN_VOLONTAIRE',
  'FERMETURE_TEMPORAIRE',
  'CHANGEMENT_LOGICIEL',
  'CONVENTION_SUSPENDUE',
] as const;
export type ExemptReason = (typeof EXEMPT_REASONS)[number];

/** What the record says; the clock says the rest. */
export type RecordedSlotState = Extract<SlotState, 'expected' | 'received' | 'nil' | 'exempt'>;

/** A slot as recorded, or as the calendar makes it when nothing came yet. */
export interface SlotRecord extends SlotDates {
  readonly period: Month;
  readonly state: RecordedSlotState;
}

/**
 * The state of a slot at a moment (exchange.md 7.c, 7.h): late from its due time, missing for ever
 * from the opening of the next one, closed once what was received can no longer change.
 */
export function slotState(slot: SlotRecord, now: Instant): SlotState {
  const { state, opensAt, dueAt, closesAt, period } = slot;
  if (state === 'exempt') return 'exempt';
  if (now < opensAt) return 'upcoming';
  if (state !== 'expected') return now < closesAt ? state : 'closed';
  if (now >= slotOpening(addMonths(period, 1))) return 'missing';
  return now > dueAt ? 'late' : 'expected';
}

/**
 * Until when the slot takes files (exchange.md 7.h): what was received can be replaced until the slot
 * closes; what never came is late, and still taken until the next one opens.
 */
export function takenUntil({
  state,
  closesAt,
  period,
}: Omit<SlotRecord, 'opensAt' | 'dueAt'>): Instant {
  const next = slotOpening(addMonths(period, 1));
  return state === 'expected' || state === 'exempt'
    ? next > closesAt
      ? next
      : closesAt
    : closesAt;
}
