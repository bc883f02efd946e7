import { column } from '../column.js';
import type { CellFaults, CellType, Column, ColumnOptions } from '../column.js';
import { reportKnownCause } from './refused-text.js';

const DIGITS = /^[0-9]{1,9}$/;

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number without sign, at most nine digits. */
export function integerColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R> & Bounds,
): Column<H, number, R> {
  return column(options, integerType(options.min ?? 0, options.max ?? 999_999_999));
}

function integerType(min: number, max: number): CellType<number> {
  return {
    shape: { kind: 'integer', min, max },
    expected: `un nombre entier à partir de ${min}`,
    compile: () => (text, faults) => readInteger(text, min, max, faults),
    write: String,
  };
}

function readInteger(
  text: string,
  min: number,
  max: number,
  faults: CellFaults,
): number | undefined {
  if (!DIGITS.test(text)) {
    if (!reportKnownCause(text, faults)) faults.report('type-error');
    return undefined;
  }
  const value = Number(text);
  if (value >= min && value <= max) return value;
  faults.report('constraint-error', { precision: value < min ? 'TROP_PETIT' : 'TROP_GRAND' });
  return undefined;
}
