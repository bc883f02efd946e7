import { column } from '../column.js';
import type { CellReader, Column, ColumnOptions } from '../column.js';
import { reportKnownCause } from './refused-text.js';

/** Yes or no, as `O` and `N`. */
export function booleanColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R>,
): Column<H, boolean, R> {
  return column(options, {
    shape: { kind: 'boolean' },
    expected: 'O ou N',
    compile: () => readBoolean,
    write: (value) => (value ? 'O' : 'N'),
  });
}

const readBoolean: CellReader<boolean> = (text, faults) => {
  const upper = text.toUpperCase();
  if (upper !== 'O' && upper !== 'N') {
    if (!reportKnownCause(text, faults)) faults.report('type-error', { precision: 'BOOLEEN' });
    return undefined;
  }
  if (upper !== text) faults.report('CODE_CASSE', { suggestion: upper });
  return upper === 'O';
};
