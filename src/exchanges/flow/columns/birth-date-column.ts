import { parseBirthDate } from '../../../people/index.js';
import type { BirthDate } from '../../../people/index.js';
import { column } from '../column.js';
import type { CellReader, Column, ColumnOptions } from '../column.js';
import { readDay } from './date-reader.js';

const PATTERN = '^(?:[0-9]{4}-(?:00-00|(?:0[1-9]|1[0-2])-(?:0[0-9]|[12][0-9]|3[01])))$';
const UNKNOWN_DAY = /^[0-9]{4}-[0-9]{2}-00$/;

/** A day of birth, whose day or month may be unknown: `1999-00-00`, `1999-05-00`. */
export function birthDateColumn<const H extends string, const R extends boolean = false>(
  options: ColumnOptions<H, R>,
): Column<H, BirthDate, R> {
  return column(options, {
    shape: { kind: 'birth-date', pattern: PATTERN },
    expected: 'une date de naissance au format AAAA-MM-JJ',
    compile: () => readBirthDate,
    write: (birthDate) => birthDate,
  });
}

const readBirthDate: CellReader<BirthDate> = (text, faults) => {
  if (!UNKNOWN_DAY.test(text)) {
    const day = readDay(text, faults);
    return day === undefined ? undefined : parseBirthDate(day);
  }
  const birthDate = parseBirthDate(text);
  if (birthDate === undefined) faults.report('type-error', { precision: 'DATE_IMPOSSIBLE' });
  return birthDate;
};
