import fc from 'fast-check';
import { localDate } from '../../kernel/index.js';
import { isActiveOn, type Dated } from './organisation.js';
import { standingOn, within } from './standing.js';

const days = fc.integer({ min: 1, max: 28 }).map((day) => localDate(2026, 11, day));
const dated: fc.Arbitrary<Dated> = fc.record({
  validFrom: days,
  validTo: fc.option(days, { nil: null }),
});

describe('Where something dated stands', () => {
  it('is to come, active or closed', () => {
    const one = { validFrom: localDate(2026, 1, 1), validTo: localDate(2026, 12, 31) };
    expect(standingOn(one, localDate(2025, 12, 31))).toBe('to-come');
    expect(standingOn(one, localDate(2026, 1, 1))).toBe('active');
    expect(standingOn(one, localDate(2026, 12, 31))).toBe('active');
    expect(standingOn(one, localDate(2027, 1, 1))).toBe('closed');
  });

  it('is in force within another thing on the days on which both are', () => {
    fc.assert(
      fc.property(dated, dated, days, (inner, outer, on) => {
        expect(isActiveOn(within(inner, outer), on)).toBe(
          isActiveOn(inner, on) && isActiveOn(outer, on),
        );
      }),
    );
  });
});
