import { addDays, localDate } from '../../kernel/index.js';
import { forgottenUntil, isPastKeeping } from './keeping.rules.js';

describe('How long a direct applicant is kept', () => {
  it.each([
    [localDate(2027, 5, 19), '2026-11-19'],
    [localDate(2027, 2, 28), '2026-08-28'],
    [localDate(2027, 8, 31), '2027-02-28'],
  ])('is six months: on %s those invited until %s go', (today, until) => {
    expect(forgottenUntil(today)).toBe(until);
    const last = forgottenUntil(today);
    expect([isPastKeeping(last, today), isPastKeeping(addDays(last, 1), today)]).toEqual([
      true,
      false,
    ]);
  });
});
