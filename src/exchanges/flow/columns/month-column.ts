import { firstDay, lastDay, parseLocalDate, parseMonth } from '../../../kernel/index.js';
import type { LocalDate, Month } from '../../../kernel/index.js';
import { column } from '../column.js';
import type { CellReader, Column, ColumnOptions } from '../column.js';
import { impossible, readDay, refuseFormat } from './date-reader.js';

const MONTH_SHAPE = /^[0-9]{4}-[0-9]{2}$/;
const DAY_OR_MONTH = '^(?:[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)$';

/** A civil month. */
export function monthColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R>,
): Column<H, Month, R> {
  return column(options, {
    shape: { kind: 'month' },
    expected: 'un mois au format AAAA-MM',
    compile: () => readMonth,
    write: (month) => month,
  });
}

/** A civil day, or a month when the day is not known yet. */
export function dayOrMonthColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R>,
): Column<H, LocalDate | Month, R> {
  return column<H, LocalDate | Month, R>(options, {
    shape: { kind: 'day-or-month', pattern: DAY_OR_MONTH },
    expected: 'une date au format AAAA-MM-JJ, ou un mois au format AAAA-MM',
    compile: () => (text, faults) =>
      MONTH_SHAPE.test(text) ? readMonth(text, faults) : readDay(text, faults),
    write: (value) => value,
  });
}

/** The first and the last day that a day or a month can mean. */
export function spanOf(value: LocalDate | Month): { first: LocalDate; last: LocalDate } {
  const month = parseMonth(value);
  if (month !== undefined) return { first: firstDay(month), last: lastDay(month) };
  const day = parseLocalDate(value);
  if (day === undefined) throw new RangeError('Neither a day nor a month');
  return { first: day, last: day };
}

const readMonth: CellReader<Month> = (text, faults) => {
  const month = parseMonth(text);
  if (month !== undefined) return month;
  return MONTH_SHAPE.test(text) ? impossible(faults) : refuseFormat(text, faults);
};
