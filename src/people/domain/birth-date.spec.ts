import {
  compareBirthDates,
  isPartialBirthDate,
  latestBirth,
  parseBirthDate,
} from './birth-date.js';
import type { BirthDate } from './birth-date.js';

function born(text: string): BirthDate {
  const birthDate = parseBirthDate(text);
  if (birthDate === undefined) throw new Error(`Not a birth date: ${text}`);
  return birthDate;
}

describe('birth date', () => {
  it.each(['2005-03-11', '2004-02-29', '1999-00-00', '1999-06-00'])('reads %s', (text) => {
    expect(parseBirthDate(text)).toBe(text);
  });

  it.each(['2005-02-29', '2005-13-00', '2005-00-12', '0000-00-00', '11/03/2005', '2005-3-1', ''])(
    'refuses %j',
    (text) => {
      expect(parseBirthDate(text)).toBeUndefined();
    },
  );

  it('knows which dates are partial and their latest reading', () => {
    expect(isPartialBirthDate(born('1999-06-00'))).toBe(true);
    expect(isPartialBirthDate(born('1999-06-10'))).toBe(false);
    expect(latestBirth(born('2008-02-00'))).toBe('2008-02-29');
    expect(latestBirth(born('2008-00-00'))).toBe('2008-12-31');
    expect(latestBirth(born('2008-06-10'))).toBe('2008-06-10');
  });

  it.each([
    ['2005-03-11', '2005-03-11', 'exact'],
    ['2005-03-11', '2005-11-03', 'typo'],
    ['2005-03-11', '2005-03-17', 'typo'],
    ['2005-03-28', '2005-04-06', 'typo'],
    ['2005-03-11', '2006-03-11', 'typo'],
    ['1999-03-11', '2009-03-11', 'typo'],
    ['2005-03-11', '2005-07-24', 'same-year'],
    ['2005-03-11', '2003-09-25', 'different'],
    ['1999-00-00', '1999-05-02', 'same-year-known'],
    ['1999-00-00', '1999-00-00', 'same-year-known'],
    ['1999-05-00', '1999-05-02', 'same-month-known'],
    ['1999-05-00', '1999-06-02', 'same-year'],
    ['1999-00-00', '1998-05-02', 'different'],
  ])('compares %s with %s as %s, in both directions', (one, other, kinship) => {
    expect(compareBirthDates(born(one), born(other))).toBe(kinship);
    expect(compareBirthDates(born(other), born(one))).toBe(kinship);
  });
});
