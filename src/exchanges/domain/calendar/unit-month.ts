import type { Instant } from '../../../kernel/index.js';
import type { FileNature } from '../../deposit/index.js';
import type { ExchangeFileState, ReportHead } from '../exchange-file.js';
import { slotState, type SlotRecord } from '../slot-state.js';

/**
 * What is said of a unit's month over all its flows, the one that asks most first: one late file says
 * more than five that came.
 */
export const UNIT_MONTH_STATES = [
  'late',
  'missing',
  'expected',
  'partly',
  'received',
  'integrated',
  'upcoming',
  'none',
] as const;
export type UnitMonthState = (typeof UNIT_MONTH_STATES)[number];

/** What came last for a flow and a month. */
export interface LastFile {
  readonly state: ExchangeFileState;
  readonly nature: FileNature;
  readonly reportCode: ReportHead['code'] | null;
  /** Lines refused. */
  readonly rejected: number;
}

/** A flow in a month of one unit. */
export interface FlowOfMonth {
  /** Null where nothing is owed, or was followed. */
  readonly slot: SlotRecord | null;
  readonly last: LastFile | null;
}

/** A unit's month: states and numbers, of nobody. */
export interface UnitMonth {
  readonly state: UnitMonthState;
  /** How many files are in that state, of how many that are owed. */
  readonly concerned: number;
  readonly owed: number;
  /** Lines refused in what came last of each flow. */
  readonly rejected: number;
}

/** The state of a unit's month. The moments of its slots are those of its own time zone. */
export function unitMonth(flows: readonly FlowOfMonth[], now: Instant): UnitMonth {
  const states = flows.map((flow) => flowState(flow, now));
  const state = UNIT_MONTH_STATES.find((one) => states.includes(one)) ?? 'none';
  return {
    state,
    concerned: states.filter((one) => one === state).length,
    owed: states.filter((one) => one !== 'none').length,
    rejected: flows.reduce((sum, { last }) => sum + (isInForce(last) ? last.rejected : 0), 0),
  };
}

function flowState({ slot, last }: FlowOfMonth, now: Instant): UnitMonthState {
  if (slot === null) return 'none';
  const state = slotState(slot, now);
  switch (state) {
    case 'exempt':
      return 'none';
    case 'upcoming':
    case 'missing':
      return state;
    case 'expected':
    case 'late':
      // What is being processed came; what waits for a confirmation is still asked of the unit.
      return isInForce(last) && isUnderway(last) ? 'received' : state;
    default:
      return slot.state === 'nil' ? 'integrated' : fateOf(last);
  }
}

function fateOf(last: LastFile | null): UnitMonthState {
  if (!isInForce(last)) return 'integrated';
  if (isUnderway(last) || last.state === 'held') return 'received';
  return last.state === 'rejected' || last.reportCode === 2 ? 'partly' : 'integrated';
}

function isUnderway({ state }: LastFile): boolean {
  return state === 'registered' || state === 'internal-error';
}

/** An annulation takes back what came before it. */
function isInForce(last: LastFile | null): last is LastFile {
  return last !== null && last.nature !== 'A';
}
