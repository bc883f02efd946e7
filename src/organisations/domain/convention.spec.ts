import type { LocalDate } from '../../kernel/index.js';
import { conventionBetween, DUTIES, hasDuty } from './convention.js';
import type { Convention } from './convention.js';
import { isActiveOn } from './organisation.js';

const day = (text: string) => text as LocalDate;

const convention = (change: Partial<Convention> = {}): Convention => ({
  missionLocaleId: 'ml',
  unitId: 'unit',
  validFrom: day('2024-01-01'),
  validTo: day('2024-12-31'),
  duties: DUTIES,
  ...change,
});

describe('validity', () => {
  it.each([
    ['2023-12-31', false],
    ['2024-01-01', true],
    ['2024-12-31', true],
    ['2025-01-01', false],
  ])('on %s is %s for a year, both ends included', (on, expected) => {
    expect(isActiveOn(convention(), day(on))).toBe(expected);
  });

  it('has no end when none is set', () => {
    expect(isActiveOn(convention({ validTo: null }), day('2999-01-01'))).toBe(true);
  });
});

describe('convention between a mission locale and a unit', () => {
  const on = day('2024-06-01');

  it('is the one of this pair, in force that day', () => {
    const own = convention();
    const others = [convention({ unitId: 'other' }), convention({ missionLocaleId: 'other' })];
    expect(conventionBetween([...others, own], 'ml', 'unit', on)).toBe(own);
    expect(conventionBetween(others, 'ml', 'unit', on)).toBeUndefined();
    expect(conventionBetween([own], 'ml', 'unit', day('2025-01-01'))).toBeUndefined();
    expect(conventionBetween([own], 'unit', 'ml', on)).toBeUndefined();
  });

  it('is the latest when two overlap, in whatever order they come', () => {
    const [old, recent] = [convention(), convention({ validFrom: day('2024-05-01') })];
    expect(conventionBetween([old, recent], 'ml', 'unit', on)).toBe(recent);
    expect(conventionBetween([recent, old], 'ml', 'unit', on)).toBe(recent);
  });

  it('binds to its own duties only', () => {
    const narrow = convention({ duties: ['follow-up'] });
    expect(hasDuty(narrow, 'follow-up')).toBe(true);
    expect(hasDuty(narrow, 'medical-conclusion-release')).toBe(false);
  });
});
