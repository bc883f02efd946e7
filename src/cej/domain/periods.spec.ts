import fc from 'fast-check';
import { addDays, ageOn, localDate } from '../../kernel/index.js';
import { birthdayOf, lastDayWithin } from './periods.js';
import { day } from './support/contracts.js';

describe('A period of months', () => {
  it.each([
    ['2026-09-01', 12, '2027-08-31'],
    ['2026-09-15', 12, '2027-09-14'],
    ['2023-03-01', 12, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2026-08-31', 18, '2028-02-29'],
    ['2025-08-31', 18, '2027-02-28'],
    ['2026-01-31', 12, '2027-01-30'],
    ['2026-12-31', 24, '2028-12-30'],
  ])('from %s of %i months ends on %s', (startsOn, months, expected) => {
    expect(lastDayWithin(day(startsOn), months)).toBe(expected);
  });
});

describe('A birthday', () => {
  it.each([
    ['2001-03-11', '2027-03-11'],
    ['2000-02-29', '2026-03-01'],
    ['2002-02-29', null],
    ['2001-03-00', '2027-03-01'],
    ['2001-00-00', '2027-01-01'],
  ])('of 26 years, born on %s, is %s', (birthDate, expected) => {
    expect(birthdayOf(birthDate, 26)).toBe(expected);
  });

  it('is the first day on which one is that old', () => {
    const birth = fc
      .tuple(fc.integer({ min: 1990, max: 2012 }), fc.integer({ min: 0, max: 365 }))
      .map(([year, days]) => addDays(localDate(year, 1, 1), days));
    fc.assert(
      fc.property(birth, fc.integer({ min: 16, max: 30 }), (born, years) => {
        const birthday = birthdayOf(born, years);
        if (birthday === null) throw new Error('a full birth date has its birthdays');
        expect(ageOn(born, birthday)).toBe(years);
        expect(ageOn(born, addDays(birthday, -1))).toBe(years - 1);
      }),
    );
  });
});
