import { ROW_FAULTS, faultText } from '../catalogue/index.js';
import type { RowFaultCode } from '../catalogue/index.js';
import { MASK } from './anomaly.js';
import type { RowAnomaly } from './anomaly.js';
import type { CellFault, CellFaults } from './column.js';
import type { CompiledColumn } from './compiled-column.js';
import type { RowRule } from './rule.js';

/** Longest value repeated in a report. */
const LONGEST_ECHO = 100;

/** Gathers what is wrong with one row; used again for the next one. */
export class RowFaultsFound implements CellFaults {
  private found: Omit<RowAnomaly, 'line' | 'rowId'>[] = [];
  private column: CompiledColumn | undefined;
  private raw = '';

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  /** Faults reported from now on are those of this cell. */
  at(column: CompiledColumn, raw: string): void {
    this.column = column;
    this.raw = raw;
  }

  report(code: RowFaultCode, more: CellFault = {}): void {
    const { column } = this;
    if (column === undefined) throw new Error('A cell fault without a cell');
    const { title, type, isSensitive } = column.declared;
    const precision = more.precision ?? null;
    const text = faultText(code, precision, { title, expected: type.expected });
    this.found.push({
      ...this.place(column, this.raw, more.isHidden ?? false),
      ...text,
      type: ROW_FAULTS[code].type,
      code,
      precision,
      level: more.level ?? ROW_FAULTS[code].level,
      suggestedValue: isSensitive ? null : (more.suggestion ?? null),
      rule: column.ruleId,
      cascadeOf: null,
    });
  }

  /** A rule between cells does not hold; the report points at one of them. */
  reportRule(
    rule: RowRule<Record<string, unknown>>,
    column: CompiledColumn,
    raw: string,
    isHidden = false,
  ): void {
    this.found.push({
      ...this.place(column, raw, isHidden),
      message: rule.message,
      correction: rule.correction,
      type: ROW_FAULTS[rule.code].type,
      code: rule.code,
      precision: rule.precision,
      level: rule.level ?? ROW_FAULTS[rule.code].level,
      suggestedValue: null,
      rule: rule.id,
      cascadeOf: null,
    });
  }

  /** The anomalies of the row, which is then forgotten. */
  take(line: number, rowId: number | null): readonly RowAnomaly[] {
    const anomalies = this.found.map((anomaly) => ({ line, rowId, ...anomaly }));
    this.found = [];
    return anomalies;
  }

  private place(
    { declared, index }: CompiledColumn,
    raw: string,
    isHidden: boolean,
  ): Pick<RowAnomaly, 'column' | 'position' | 'value'> {
    const isMasked = isHidden || declared.isSensitive;
    return {
      column: declared.header,
      position: index < 0 ? null : index + 1,
      value: raw === '' ? null : isMasked ? MASK : raw.slice(0, LONGEST_ECHO),
    };
  }
}
