import fc from 'fast-check';
import {
  addDays,
  addMillis,
  addMonths,
  isWorkingDay,
  localDateIn,
  localTimeIn,
  parseMonth,
  TERRITORY_CODES,
  timeZoneOf,
} from '../../kernel/index.js';
import type { Instant, Month, TerritoryCode } from '../../kernel/index.js';
import {
  demonstrationSlotDates,
  lastOpenedPeriod,
  monthlySlotDates,
  slotOpening,
} from './slot-calendar.js';

function month(text: string): Month {
  const read = parseMonth(text);
  if (!read) throw new Error(`not a month: ${text}`);
  return read;
}

const placeOf = (territory: TerritoryCode) => ({ territory, timeZone: timeZoneOf(territory) });
const months = fc
  .integer({ min: 0, max: 12 * 20 })
  .map((offset) => addMonths(month('2024-01'), offset));
const territories = fc.constantFrom(...TERRITORY_CODES);

describe('The slot of a month', () => {
  it('opens when the month is over in Tahiti', () => {
    expect(slotOpening(month('2026-11'))).toBe('2026-12-01T10:00:00.000Z');
    expect(slotOpening(month('2026-12'))).toBe('2027-01-01T10:00:00.000Z');
  });

  it('is due on the 5th at noon and closes at the end of the 8th, on the clock of the emitter', () => {
    expect(monthlySlotDates(month('2026-09'), placeOf('RE'))).toEqual({
      opensAt: '2026-10-01T10:00:00.000Z',
      dueAt: '2026-10-05T08:00:00.000Z',
      closesAt: '2026-10-08T20:00:00.000Z',
    });
    expect(monthlySlotDates(month('2026-09'), placeOf('PF')).dueAt).toBe(
      '2026-10-05T22:00:00.000Z',
    );
  });

  it('moves to Monday what falls on a weekend', () => {
    // 5 December 2026 is a Saturday; the 8th a Tuesday.
    const { dueAt, closesAt } = monthlySlotDates(month('2026-11'), placeOf('RE'));
    expect(dueAt).toBe('2026-12-07T08:00:00.000Z');
    expect(closesAt).toBe('2026-12-08T20:00:00.000Z');
  });

  it('moves what falls on a holiday, and only where that day is off', () => {
    // 8 May 2026 is a Friday and a holiday: the slot closes at the end of Monday 11.
    const { closesAt } = monthlySlotDates(month('2026-04'), placeOf('HEXAGONE'));
    expect(closesAt).toBe('2026-05-11T22:00:00.000Z');
    // 5 March is the arrival of the Gospel in Polynésie.
    expect(monthlySlotDates(month('2026-02'), placeOf('PF')).dueAt).toBe(
      '2026-03-06T22:00:00.000Z',
    );
    expect(monthlySlotDates(month('2026-02'), placeOf('RE')).dueAt).toBe(
      '2026-03-05T08:00:00.000Z',
    );
  });

  it('always opens, then is due, then closes, and before the next one opens', () => {
    fc.assert(
      fc.property(months, territories, (period, territory) => {
        const { opensAt, dueAt, closesAt } = monthlySlotDates(period, placeOf(territory));
        expect(opensAt < dueAt && dueAt < closesAt).toBe(true);
        expect(closesAt < slotOpening(addMonths(period, 1))).toBe(true);
      }),
    );
  });

  it('is never due and never ends on a day off of the territory', () => {
    fc.assert(
      fc.property(months, territories, (period, territory) => {
        const { timeZone } = placeOf(territory);
        const { dueAt, closesAt } = monthlySlotDates(period, { territory, timeZone });
        const dueOn = localDateIn(dueAt, timeZone);
        const lastDayOn = addDays(localDateIn(closesAt, timeZone), -1);
        expect([dueOn, lastDayOn].map((day) => isWorkingDay(territory, day))).toEqual([true, true]);
        expect(dueOn >= `${addMonths(period, 1)}-05`).toBe(true);
        expect(lastDayOn >= `${addMonths(period, 1)}-08`).toBe(true);
        expect(localTimeIn(dueAt, timeZone)).toBe('12:00');
        expect(localTimeIn(closesAt, timeZone)).toBe('00:00');
      }),
    );
  });

  it('is the last opened one from its opening to the next', () => {
    fc.assert(
      fc.property(months, (period) => {
        const opening = slotOpening(period);
        expect(lastOpenedPeriod(opening)).toBe(period);
        expect(lastOpenedPeriod(addMillis(opening, -1))).toBe(addMonths(period, -1));
      }),
    );
  });
});

describe('The slot of the demonstration', () => {
  it('stays open until the next one opens, at whatever moment one looks', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 27 * 86_400_000 }), (period, after) => {
        const now: Instant = addMillis(slotOpening(period), after);
        const { opensAt, dueAt, closesAt } = demonstrationSlotDates(lastOpenedPeriod(now));
        expect(opensAt <= now && now < dueAt && dueAt < closesAt).toBe(true);
        expect(closesAt).toBe(slotOpening(addMonths(period, 1)));
      }),
    );
  });
});
