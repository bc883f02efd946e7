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
