import fc from 'fast-check';
import {
  addDays,
  ageOn,
  dayOfWeek,
  daysBetween,
  isLeapYear,
  localDate,
  parseLocalDate,
  partsOf,
} from './local-date.js';
import type { LocalDate } from './local-date.js';

const moment = fc.date({
  min: new Date('0010-01-01T00:00:00Z'),
  max: new Date('9990-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const date = moment.map((value) => day(value.toISOString().slice(0, 10)));
const span = fc.integer({ min: -3000, max: 3000 });

function day(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
}

describe('parseLocalDate', () => {
  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    'reads %s',
    (text) => {
      expect(parseLocalDate(text)).toBe(text);
    },
  );

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2005-00-00',
    '0000-01-01',
    '2026-1-1',
    '22/11/2026',
    '20261122',
    '2026-11-22T00:00:00Z',
    ' 2026-11-22',
    '2026-11-22\n',
    '',
  ])('refuses %j', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });

  it('reads exactly the days that Date gives back unchanged', () => {
    const number = (max: number) => fc.integer({ min: 0, max });

    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), number(14), number(33), (year, month, dom) => {
        const pad = (value: number, width: number) => String(value).padStart(width, '0');
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(dom, 2)}`;
        const moved = new Date(0);
        moved.setUTCFullYear(year, month - 1, dom);
        const isReal = moved.getUTCMonth() === month - 1 && moved.getUTCDate() === dom;

        expect(parseLocalDate(text) !== undefined).toBe(isReal);
      }),
    );
  });
});

describe('localDate', () => {
  it('builds a day and gives its numbers back', () => {
    expect(localDate(2026, 3, 7)).toBe('2026-03-07');
    expect(partsOf(localDate(2026, 3, 7))).toEqual({ year: 2026, month: 3, day: 7 });
  });

  it.each([
    [2026, 2, 29],
    [2026, 0, 1],
    [10000, 1, 1],
    [-1, 1, 1],
    [2026, 1.5, 1],
  ])('refuses %d-%d-%d', (year, month, dom) => {
    expect(() => localDate(year, month, dom)).toThrow(RangeError);
  });
});

describe('isLeapYear', () => {
  it('follows the centuries', () => {
    expect([2024, 2000, 2400].every(isLeapYear)).toBe(true);
    expect([2026, 1900, 2100].some(isLeapYear)).toBe(false);
  });
});

describe('addDays', () => {
  it.each([
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('takes %s by %d to %s', (start, days, end) => {
    expect(addDays(day(start), days)).toBe(end);
  });

  it('is undone by the opposite number', () => {
    fc.assert(
      fc.property(date, span, (start, days) => {
        expect(addDays(addDays(start, days), -days)).toBe(start);
      }),
    );
  });

  it('goes as far as daysBetween measures, and in the order of strings', () => {
    fc.assert(
      fc.property(date, span, (start, days) => {
        const end = addDays(start, days);

        expect(daysBetween(start, end)).toBe(days);
        expect(end > start).toBe(days > 0);
      }),
    );
  });

  it('stops at the ends of the calendar', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError);
  });
});

describe('dayOfWeek', () => {
  it.each([
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
    ['2000-02-29', 2],
  ])('of %s is %d', (text, expected) => {
    expect(dayOfWeek(day(text))).toBe(expected);
  });

  it('agrees with Date on every day', () => {
    fc.assert(
      fc.property(date, (value) => {
        expect(dayOfWeek(value) % 7).toBe(new Date(`${value}T00:00:00Z`).getUTCDay());
      }),
    );
  });
});

describe('ageOn', () => {
  it.each([
    ['2008-11-22', '2026-11-21', 17],
    ['2008-11-22', '2026-11-22', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['2008-12-31', '2009-01-01', 0],
    ['2026-11-23', '2026-11-22', -1],
  ])('of someone born on %s, on %s, is %d', (birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });

  it('grows by one at most from a day to the next', () => {
    fc.assert(
      fc.property(date, fc.nat({ max: 40_000 }), (birth, lived) => {
        fc.pre(partsOf(birth).year < 9000);
        const on = addDays(birth, lived);

        expect([0, 1]).toContain(ageOn(birth, addDays(on, 1)) - ageOn(birth, on));
      }),
    );
  });
});
