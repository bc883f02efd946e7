import fc from 'fast-check';
import { addDays, localDate, TERRITORIES, type TerritoryCode } from '../../kernel/index.js';
import { dueOn, type DeadlineBook } from '../../returns/index.js';
import { overdueDays } from './overdue-days.js';

const bookOf = (territory: TerritoryCode, overrides: DeadlineBook['overrides'] = []) => ({
  place: { organisationId: 'any', territory },
  overrides,
});

describe('What had to be said by today', () => {
  it('is overdue from the day after its date, in the calendar of the territory, and not before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(TERRITORIES) as TerritoryCode[])),
        fc.integer({ min: 0, max: 1_500 }),
        (territory, days) => {
          const today = addDays(localDate(2026, 1, 1), days);
          const book = bookOf(territory);
          const { incorporation, end } = overdueDays(book, today);
          expect(dueOn(book, 'incorporation-tell', incorporation) < today).toBe(true);
          expect(dueOn(book, 'incorporation-tell', addDays(incorporation, 1)) >= today).toBe(true);
          expect(dueOn(book, 'exit-tell', end) < today).toBe(true);
          expect(dueOn(book, 'exit-tell', addDays(end, 1)) >= today).toBe(true);
        },
      ),
    );
  });

  it('follows the length that a territory set', () => {
    const today = localDate(2026, 11, 23);
    const longer = {
      rule: 'incorporation-tell',
      length: 20,
      territory: 'RE',
      organisationId: null,
      validFrom: localDate(2026, 1, 1),
      validTo: null,
    } as const;
    expect(overdueDays(bookOf('RE'), today).incorporation).toBe('2026-11-15');
    expect(overdueDays(bookOf('RE', [longer]), today).incorporation).toBe('2026-10-31');
    expect(overdueDays(bookOf('MQ', [longer]), today).incorporation).toBe('2026-11-15');
  });
});
