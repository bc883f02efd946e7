import { localDateIn, parseInstant, parseMonth, timeZoneOf } from '../../../kernel/index.js';
import type { Instant, Month, TerritoryCode } from '../../../kernel/index.js';
import { monthlySlotDates } from '../slot-calendar.js';
import {
  acknowledgementDueAt,
  collectionDates,
  gapReminderAt,
  photoAt,
  reminderAfter,
  reminderBefore,
  silenceAt,
  supplementAt,
} from './calendar-dates.js';

const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (!instant) throw new Error(text);
  return instant;
};
const month = (text: string): Month => {
  const read = parseMonth(text);
  if (!read) throw new Error(text);
  return read;
};
const place = (territory: TerritoryCode) => ({ territory, timeZone: timeZoneOf(territory) });
const dueIn = (territory: TerritoryCode, period: string): Instant =>
  monthlySlotDates(month(period), place(territory)).dueAt;

describe('The dates of the service', () => {
  it.each([
    ['2026-11', '2026-12-10T06:00:00.000Z'],
    ['2026-12', '2027-01-10T06:00:00.000Z'],
    ['2028-01', '2028-02-10T06:00:00.000Z'],
  ])('give the photo of %s on day 10 at 06:00 UTC', (period, expected) => {
    expect(photoAt(month(period))).toBe(expected);
  });

  it('give what comes later the next 06:00 UTC, never the one that strikes', () => {
    expect(supplementAt(at('2026-12-10T05:59:59Z'))).toBe('2026-12-10T06:00:00.000Z');
    expect(supplementAt(at('2026-12-10T06:00:00Z'))).toBe('2026-12-11T06:00:00.000Z');
    expect(supplementAt(at('2027-12-31T23:00:00Z'))).toBe('2028-01-01T06:00:00.000Z');
  });

  it('give days 13 and 15 to what is available on day 10, and the same delay to the rest', () => {
    expect(collectionDates(photoAt(month('2026-11')))).toEqual({
      reminderAt: '2026-12-13T06:00:00.000Z',
      reportAt: '2026-12-15T06:00:00.000Z',
    });
    expect(collectionDates(at('2028-02-27T23:59:00Z'))).toEqual({
      reminderAt: '2028-03-01T06:00:00.000Z',
      reportAt: '2028-03-03T06:00:00.000Z',
    });
  });

  it('look for a broken door at noon of day 3', () => {
    expect(silenceAt(month('2026-12'))).toBe('2027-01-03T12:00:00.000Z');
  });
});

describe('The dates of an emitter', () => {
  it('are three days before its due day, when its office opens', () => {
    expect(reminderBefore(dueIn('PF', '2026-10'), place('PF'))).toBe('2026-11-02T18:00:00.000Z');
    expect(reminderBefore(dueIn('NC', '2026-10'), place('NC'))).toBe('2026-11-01T21:00:00.000Z');
  });

  it('count working days of its territory: 27 April is worked in La Réunion, not in Mayotte', () => {
    const dueAt = dueIn('YT', '2026-03');
    // Good Friday and Easter Monday are 3 and 6 April 2026: due on 7 April.
    expect(localDateIn(dueAt, timeZoneOf('YT'))).toBe('2026-04-07');
    expect(reminderAfter(at('2026-04-24T09:00:00Z'), 1, place('RE'))).toBe(
      '2026-04-27T08:00:00.000Z',
    );
    expect(reminderAfter(at('2026-04-24T09:00:00Z'), 1, place('YT'))).toBe(
      '2026-04-28T09:00:00.000Z',
    );
  });

  it('keep their civil hour when the clocks change', () => {
    // Metropolitan France puts its clocks forward on 29 March 2026.
    expect(reminderAfter(at('2026-03-26T11:00:00Z'), 2, place('HEXAGONE'))).toBe(
      '2026-03-30T10:00:00.000Z',
    );
  });

  it('give a recipient five whole working days, and a gap the next one', () => {
    expect(acknowledgementDueAt(at('2026-12-10T06:00:00Z'), place('RE'))).toBe(
      '2026-12-18T04:00:00.000Z',
    );
    expect(gapReminderAt(at('2026-12-18T12:00:00Z'), place('RE'))).toBe('2026-12-21T04:00:00.000Z');
  });
});
