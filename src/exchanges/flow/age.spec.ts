import { parseLocalDate, type LocalDate } from '../../kernel/index.js';
import { isMinorOn, type BirthDate } from '../../people/index.js';
import { isAgePossible, isAgeWithinScheme } from './age.js';

const on = (text: string): LocalDate => parseLocalDate(text)!;

// Between an exit and the answer to it somebody may come of age, or grow out of the scheme.

describe('The age of somebody', () => {
  it.each<[string, string, boolean, boolean, boolean]>([
    // Born on a leap day: a year older on 1 March of a common year, on 29 February of a leap year.
    ['2008-02-29', '2026-02-28', true, true, true],
    ['2008-02-29', '2026-03-01', false, true, true],
    ['2010-02-28', '2028-02-28', false, true, true],
    ['2010-03-01', '2028-02-29', true, true, true],
    ['2000-02-29', '2027-02-28', false, true, true],
    ['2000-02-29', '2027-03-01', false, true, false],
    ['2012-02-29', '2028-02-28', true, true, false],
    ['2012-02-29', '2028-02-29', true, true, true],
    ['1992-02-29', '2028-02-28', false, true, false],
    ['1992-02-29', '2028-02-29', false, false, true],
    // Of a partial date, whatever reading fits.
    ['2001-00-00', '2028-12-30', false, true, true],
  ])('born on %s is judged on %s', (birth, day, isMinor, isPossible, isWithin) => {
    const found = [isMinorOn, isAgePossible, isAgeWithinScheme].map((judge) =>
      judge(birth as BirthDate, on(day)),
    );
    expect(found).toEqual([isMinor, isPossible, isWithin]);
  });
});
