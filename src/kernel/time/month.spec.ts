import fc from 'fast-check';
import { addDays, localDate, parseLocalDate } from './local-date.js';
import type { LocalDate } from './local-date.js';
import {
  addMonths,
  addMonthsToDate,
  firstDay,
  lastDay,
  lastDayOfMonthAfter,
  monthOf,
  parseMonth,
} from './month.js';
import type { Month } from './month.js';

const month = fc
  .tuple(fc.integer({ min: 1000, max: 3000 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => monthOf(localDate(year, number, 1)));
const span = fc.integer({ min: -500, max: 500 });

function day(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
}

function theMonth(text: string): Month {
  return monthOf(day(`${text}-01`));
}

describe('parseMonth', () => {
  it('reads a month', () => {
    expect(parseMonth('2026-11')).toBe('2026-11');
  });

  it.each(['2026-00', '2026-13', '0000-01', '2026-1', '2026-11-01', '11/2026', '2026-11\n', ''])(
    'refuses %j',
    (text) => {
      expect(parseMonth(text)).toBeUndefined();
    },
  );
});

describe('addMonths', () => {
  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-01', -13, '2024-12'],
    ['2026-05', 0, '2026-05'],
  ])('takes %s by %d to %s', (start, months, end) => {
    expect(addMonths(theMonth(start), months)).toBe(end);
  });

  it('is undone by the opposite number and keeps the order of strings', () => {
    fc.assert(
      fc.property(month, span, (start, months) => {
        const end = addMonths(start, months);

        expect(addMonths(end, -months)).toBe(start);
        expect(end > start).toBe(months > 0);
      }),
    );
  });

  it('stops at the ends of the calendar', () => {
    expect(() => addMonths(theMonth('9999-12'), 1)).toThrow(RangeError);
    expect(() => addMonths(theMonth('0001-01'), -1)).toThrow(RangeError);
  });
});

describe('the borders of a month', () => {
  it.each([
    ['2026-02', '2026-02-28'],
    ['2024-02', '2024-02-29'],
    ['2026-04', '2026-04-30'],
    ['2026-12', '2026-12-31'],
  ])('end %s on %s', (text, last) => {
    expect(lastDay(theMonth(text))).toBe(last);
  });

  it('touch: the day after the last is the first of the next month', () => {
    fc.assert(
      fc.property(month, (value) => {
        expect(addDays(lastDay(value), 1)).toBe(firstDay(addMonths(value, 1)));
        expect(monthOf(firstDay(value))).toBe(value);
        expect(monthOf(lastDay(value))).toBe(value);
      }),
    );
  });
});

describe('addMonthsToDate', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2026-11-22', 6, '2027-05-22'],
  ])('takes %s by %d months to %s', (start, months, end) => {
    expect(addMonthsToDate(day(start), months)).toBe(end);
  });

  it('always lands in the month aimed at', () => {
    fc.assert(
      fc.property(month, fc.nat({ max: 27 }), span, (start, days, months) => {
        const moved = addMonthsToDate(addDays(firstDay(start), days), months);

        expect(monthOf(moved)).toBe(addMonths(start, months));
      }),
    );
  });
});

describe('lastDayOfMonthAfter', () => {
  it('is the end of the month so many months later', () => {
    expect(lastDayOfMonthAfter(day('2026-11-22'), 0)).toBe('2026-11-30');
    expect(lastDayOfMonthAfter(day('2026-11-22'), 3)).toBe('2027-02-28');
  });
});
