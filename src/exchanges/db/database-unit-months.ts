import { Injectable } from '@nestjs/common';
import type { Instant, Month } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import type { LastFile } from '../domain/calendar/unit-month.js';
import type { RecordedSlotState } from '../domain/slot-state.js';
import { UnitMonths, type RecordedFlow } from '../use-cases/unit-month-ports.js';

interface MonthRow {
  unit_id: string;
  flow: string;
  month: Month;
  slot_state: RecordedSlotState;
  opens_at: Instant;
  due_at: Instant;
  closes_at: Instant;
  file_state: LastFile['state'] | null;
  file_nature: LastFile['nature'] | null;
  report_code: LastFile['reportCode'];
  rejected: number;
}

/** The function of the database that decides who follows whom (ADR 0052). */
@Injectable()
export class DatabaseUnitMonths extends UnitMonths {
  override async between(first: Month, last: Month): Promise<RecordedFlow[]> {
    const rows = await rowsOf<MonthRow>(
      `select unit_id, flow, month, slot_state, opens_at, due_at, closes_at, file_state,
         file_nature, report_code, rejected
       from app.unit_exchange_months($1, $2)`,
      [first, last],
    );
    return rows.map(toFlow);
  }
}

function toFlow(row: MonthRow): RecordedFlow {
  const { month: period, slot_state: state, file_state, file_nature: nature } = row;
  const dates = { opensAt: row.opens_at, dueAt: row.due_at, closesAt: row.closes_at };
  return {
    unitId: row.unit_id,
    flow: row.flow,
    slot: { period, state, ...dates },
    last:
      file_state === null || nature === null
        ? null
        : { state: file_state, nature, reportCode: row.report_code, rejected: row.rejected },
  };
}
