import type { Month } from '../../kernel/index.js';
import type { LastFile } from '../domain/calendar/unit-month.js';
import type { SlotRecord } from '../domain/slot-state.js';

/** A flow of a unit in a month, as it is recorded. */
export interface RecordedFlow {
  readonly unitId: string;
  readonly flow: string;
  readonly slot: SlotRecord;
  readonly last: LastFile | null;
}

/** Where the monthly files of units stand: states and counts, with no name and no line. */
export abstract class UnitMonths {
  /** Of the units that the organisation of the scope follows, and of nobody else (ADR 0052). */
  abstract between(first: Month, last: Month): Promise<RecordedFlow[]>;
}
