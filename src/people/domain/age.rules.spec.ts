import fc from 'fast-check';
import { addDays, instantAt, localDate } from '../../kernel/index.js';
import type { LocalDate } from '../../kernel/index.js';
import {
  ageIssues,
  grownUpText,
  isMinorAt,
  isMinorOn,
  majorityOn,
  minorRefusal,
} from './age.rules.js';
import type { BirthDate } from './birth-date.js';

const day = (text: string) => text as LocalDate;
const birth = (text: string) => text as BirthDate;

describe('The age that a day of birth gives', () => {
  it.each([
    ['14 today', '2012-11-20', []],
    ['14 tomorrow', '2012-11-21', ['/birthDate AGE_IMPOSSIBLE']],
    ['36 tomorrow', '1990-11-21', []],
    ['36 today', '1990-11-20', ['/birthDate AGE_IMPOSSIBLE']],
  ])('stops nobody but the impossible: %s', (_, born, expected) => {
    const issues = ageIssues(day(born), day('2026-11-20'), '/birthDate');
    expect(issues.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });
});

describe('minority', () => {
  it.each([
    ['2008-11-22', '2026-11-21', true],
    ['2008-11-22', '2026-11-22', false],
    ['2008-02-29', '2026-02-28', true],
    ['2008-02-29', '2026-03-01', false],
    ['2008-00-00', '2026-12-30', true],
    ['2008-00-00', '2026-12-31', false],
    ['2008-06-00', '2026-06-29', true],
    ['2008-06-00', '2026-06-30', false],
  ])('someone born on %s is a minor on %s: %s', (born, on, expected) => {
    expect(isMinorOn(birth(born), day(on))).toBe(expected);
  });

  it.each([
    'Pacific/Tahiti',
    'America/Martinique',
    'Europe/Paris',
    'Indian/Reunion',
    'Pacific/Noumea',
  ])('ends at midnight of the birthday in %s', (zone) => {
    const [before, after] = [
      instantAt(day('2026-11-21'), '23:59:59', zone),
      instantAt(day('2026-11-22'), '00:00', zone),
    ];
    expect(isMinorAt(birth('2008-11-22'), before, zone)).toBe(true);
    expect(isMinorAt(birth('2008-11-22'), after, zone)).toBe(false);
  });

  it.each([
    ['2008-11-22', '2026-11-22'],
    ['2008-02-29', '2026-03-01'],
    ['2008-00-00', '2026-12-31'],
  ])('of someone born on %s ends on %s', (born, expected) => {
    expect(majorityOn(birth(born))).toBe(expected);
  });

  it('asks for a representative, then for the authorisation, and nothing of an adult', () => {
    const [minor, on] = [birth('2010-01-01'), day('2026-11-22')];
    const representative = { hasRepresentative: true } as const;
    expect(minorRefusal(minor, on, null)).toBe('representative-missing');
    expect(minorRefusal(minor, on, { hasRepresentative: false, authorisation: 'given' })).toBe(
      'representative-missing',
    );
    expect(minorRefusal(minor, on, { ...representative, authorisation: 'refused' })).toBe(
      'authorisation-missing',
    );
    expect(minorRefusal(minor, on, { ...representative, authorisation: 'awaited' })).toBe(
      'authorisation-missing',
    );
    expect(minorRefusal(minor, on, { ...representative, authorisation: 'given' })).toBeUndefined();
    expect(minorRefusal(birth('2000-01-01'), on, null)).toBeUndefined();
  });
});

describe('Minority, whatever the day', () => {
  const day = (from: number, to: number) =>
    fc
      .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 0, max: 365 }))
      .map(([year, days]) => addDays(localDate(year, 1, 1), days));
  /** Full, or known to the month, or to the year. */
  const birthDate = fc
    .tuple(day(2000, 2016), fc.constantFrom(0, 1, 2))
    .map(([born, unknown]) =>
      birth([born, `${born.slice(0, 7)}-00`, `${born.slice(0, 4)}-00-00`][unknown] ?? born),
    );

  it('ends on the first day of majority, once and for all', () => {
    fc.assert(
      fc.property(birthDate, fc.integer({ min: -800, max: 800 }), (born, days) => {
        const on = addDays(majorityOn(born), days);
        expect(isMinorOn(born, on)).toBe(days < 0);
      }),
    );
  });

  it('is told from the text of the birth date as by the rule, leap days and partial dates included', () => {
    const around = fc.tuple(birthDate, fc.integer({ min: -40, max: 40 }));
    fc.assert(
      fc.property(around, ([born, days]) => {
        const on = addDays(majorityOn(born), days);
        expect(born.replaceAll('-00', '-99') > grownUpText(on)).toBe(isMinorOn(born, on));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2008-02-00', '2026-02-28', true],
    ['2008-02-00', '2026-03-01', false],
    ['2010-02-00', '2028-02-28', false],
    ['2008-02-29', '2026-02-28', true],
    ['2008-12-00', '2026-12-31', false],
    ['2008-00-00', '2026-12-31', false],
    ['2008-00-00', '2026-12-30', true],
  ])('is told from the text of %s on %s: %s', (born, on, expected) => {
    expect(born.replaceAll('-00', '-99') > grownUpText(on as LocalDate)).toBe(expected);
  });
});
