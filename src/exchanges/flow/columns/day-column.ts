import type { LocalDate } from '../../../kernel/index.js';
import { column } from '../column.js';
import type { CellReader, Column, ColumnOptions } from '../column.js';
import { readDay } from './date-reader.js';

/** A civil day. `isPast`: the day of an event, refused when it lies after the day of the check. */
export function dayColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R> & { readonly isPast: boolean },
): Column<H, LocalDate, R> {
  return column(options, {
    shape: { kind: 'day', isPast: options.isPast },
    expected: 'une date au format AAAA-MM-JJ',
    compile: ({ on }) => (options.isPast ? pastReader(on) : readDay),
    write: (day) => day,
  });
}

function pastReader(on: LocalDate): CellReader<LocalDate> {
  return (text, faults) => {
    const day = readDay(text, faults);
    if (day === undefined || day <= on) return day;
    faults.report('DATE_FUTURE');
    return undefined;
  };
}
