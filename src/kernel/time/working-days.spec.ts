import fc from 'fast-check';
import { addDays, dayOfWeek, localDate, parseLocalDate } from './local-date.js';
import type { LocalDate } from './local-date.js';
import { TERRITORY_CODES } from './territory.js';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from './working-days.js';

const territory = fc.constantFrom(...TERRITORY_CODES);
const date = fc.nat({ max: 15_000 }).map((days) => addDays(localDate(2010, 1, 1), days));
const count = fc.integer({ min: 1, max: 30 });

function day(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
}

describe('isWorkingDay', () => {
  it('is false on Saturday and Sunday', () => {
    expect(isWorkingDay('HEXAGONE', day('2026-11-20'))).toBe(true);
    expect(isWorkingDay('HEXAGONE', day('2026-11-21'))).toBe(false);
    expect(isWorkingDay('HEXAGONE', day('2026-11-22'))).toBe(false);
  });

  it('is false on the holidays of the territory only', () => {
    const citizenship = day('2026-09-24');

    expect(isWorkingDay('NC', citizenship)).toBe(false);
    expect(isWorkingDay('PF', citizenship)).toBe(true);
  });
});

describe('nextWorkingDay', () => {
  it.each([
    ['HEXAGONE', '2026-12-08', '2026-12-08'],
    ['HEXAGONE', '2026-12-05', '2026-12-07'],
    ['HEXAGONE', '2026-05-08', '2026-05-11'],
    ['ALSACE-MOSELLE', '2026-04-03', '2026-04-07'],
    ['PF', '2026-03-05', '2026-03-06'],
    ['RE', '2028-12-20', '2028-12-21'],
    ['HEXAGONE', '2022-12-31', '2023-01-02'],
  ] as const)('in %s of %s is %s', (where, start, end) => {
    expect(nextWorkingDay(where, day(start))).toBe(end);
  });

  it('is worked, not before the day, and jumps over no worked day', () => {
    fc.assert(
      fc.property(territory, date, (where, start) => {
        const next = nextWorkingDay(where, start);

        expect(isWorkingDay(where, next)).toBe(true);
        expect(next >= start).toBe(true);
        for (let passed = start; passed < next; passed = addDays(passed, 1)) {
          expect(isWorkingDay(where, passed)).toBe(false);
        }
      }),
    );
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['HEXAGONE', '2026-11-20', 2, '2026-11-24'],
    ['HEXAGONE', '2026-11-21', 1, '2026-11-23'],
    ['PF', '2026-11-19', 1, '2026-11-23'],
    ['GF', '2026-06-09', 1, '2026-06-11'],
    ['HEXAGONE', '2026-12-24', 1, '2026-12-28'],
    ['HEXAGONE', '2026-11-22', 0, '2026-11-23'],
    ['HEXAGONE', '2026-11-23', 0, '2026-11-23'],
    ['HEXAGONE', '2026-11-23', -1, '2026-11-20'],
    ['HEXAGONE', '2026-11-22', -3, '2026-11-18'],
  ] as const)('in %s takes %s by %d to %s', (where, start, days, end) => {
    expect(addWorkingDays(where, day(start), days)).toBe(end);
  });

  it('passes exactly that many worked days', () => {
    fc.assert(
      fc.property(territory, date, count, (where, start, days) => {
        const end = addWorkingDays(where, start, days);
        let worked = 0;
        for (let passed = start; passed < end; passed = addDays(passed, 1)) {
          if (isWorkingDay(where, addDays(passed, 1))) worked += 1;
        }

        expect(worked).toBe(days);
        expect(dayOfWeek(end)).toBeLessThan(6);
      }),
    );
  });

  it('never gives an earlier day to a later start or to more days', () => {
    fc.assert(
      fc.property(territory, date, count, (where, start, days) => {
        const end = addWorkingDays(where, start, days);

        expect(addWorkingDays(where, addDays(start, 1), days) >= end).toBe(true);
        expect(addWorkingDays(where, start, days + 1) > end).toBe(true);
        expect(addWorkingDays(where, start, days - 1) <= end).toBe(true);
      }),
    );
  });

  it('comes back from a worked day', () => {
    fc.assert(
      fc.property(territory, date, count, (where, anyDay, days) => {
        const start = nextWorkingDay(where, anyDay);

        expect(addWorkingDays(where, addWorkingDays(where, start, days), -days)).toBe(start);
      }),
    );
  });

  it('refuses half days', () => {
    expect(() => addWorkingDays('RE', day('2026-11-20'), 1.5)).toThrow(RangeError);
  });
});
