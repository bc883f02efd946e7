import { MASK, type RowAnomaly } from './anomaly.js';
import type { RowFaultCode } from '../catalogue/index.js';
import type { Flow } from './flow.js';
import { rowAnomaly } from './misshapen-row.js';

/** Where a fault found on applying a row stands. */
export interface BusinessFault {
  readonly line: number;
  readonly rowId: number | null;
  /** Column the report points at. */
  readonly column: string;
  readonly precision?: string;
}

/**
 * An anomaly that only the records show: unknown reference, forbidden transition, doubtful identity
 * (exchange.md 6.5, 6.6). Its value is never shown: it may speak of a record that is not the sender's.
 */
export function businessAnomaly(flow: Flow, code: RowFaultCode, fault: BusinessFault): RowAnomaly {
  const { line, rowId, column, precision } = fault;
  const more = precision === undefined ? { rowId } : { rowId, precision };
  const at = flow.columns.findIndex(({ header }) => header === column);
  return {
    ...rowAnomaly(code, line, more),
    column,
    position: at < 0 ? null : at + 1,
    value: MASK,
    rule: `${flow.code}-${code}`,
  };
}
