import fc from 'fast-check';
import { toInstant } from './instant.js';
import type { Instant } from './instant.js';
import { addDays, localDate } from './local-date.js';
import { TERRITORY_CODES, timeZoneOf } from './territory.js';
import { instantAt, localDateIn, localTimeIn } from './zoned-time.js';

const PARIS = 'Europe/Paris';
const TAHITI = 'Pacific/Tahiti';
const NOUMEA = 'Pacific/Noumea';
const zone = fc.constantFrom(...TERRITORY_CODES.map(timeZoneOf));
const date = fc.nat({ max: 20_000 }).map((days) => addDays(localDate(2000, 1, 1), days));
const hour = fc.integer({ min: 0, max: 23 });
const minute = fc.integer({ min: 0, max: 59 });

function at(...[year, month, day, hours, minutes]: [number, number, number, number, number]) {
  return toInstant(new Date(Date.UTC(year, month - 1, day, hours, minutes)));
}

function clock(hours: number, minutes: number): string {
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

describe('instantAt', () => {
  const firstOfDecember = localDate(2026, 12, 1);

  it.each([
    [TAHITI, '2026-12-01T10:00:00.000Z'],
    ['America/Guadeloupe', '2026-12-01T04:00:00.000Z'],
    ['America/Cayenne', '2026-12-01T03:00:00.000Z'],
    [PARIS, '2026-11-30T23:00:00.000Z'],
    ['Indian/Mayotte', '2026-11-30T21:00:00.000Z'],
    ['Indian/Reunion', '2026-11-30T20:00:00.000Z'],
    [NOUMEA, '2026-11-30T13:00:00.000Z'],
  ])('starts December 2026 in %s at %s', (name, instant) => {
    expect(instantAt(firstOfDecember, '00:00', name)).toBe(instant);
  });

  it('keeps the seconds', () => {
    expect(instantAt(firstOfDecember, '23:59:59', TAHITI)).toBe('2026-12-02T09:59:59.000Z');
  });

  it.each([
    [localDate(2026, 7, 1), '12:00', PARIS, '2026-07-01T10:00:00.000Z'],
    [localDate(2026, 3, 29), '01:59', PARIS, '2026-03-29T00:59:00.000Z'],
    [localDate(2026, 3, 29), '03:00', PARIS, '2026-03-29T01:00:00.000Z'],
    [localDate(2026, 10, 25), '03:00', PARIS, '2026-10-25T02:00:00.000Z'],
    [localDate(2026, 7, 1), '12:00', 'America/Miquelon', '2026-07-01T14:00:00.000Z'],
    [localDate(2026, 12, 1), '12:00', 'America/Miquelon', '2026-12-01T15:00:00.000Z'],
  ])('takes %s at %s in %s to %s', (day, time, name, instant) => {
    expect(instantAt(day, time, name)).toBe(instant);
  });

  it('takes the first of two equal times, when clocks are put back', () => {
    expect(instantAt(localDate(2026, 10, 25), '02:30', PARIS)).toBe('2026-10-25T00:30:00.000Z');
  });

  it('takes a time that clocks jump over as an hour later', () => {
    const instant = instantAt(localDate(2026, 3, 29), '02:30', PARIS);

    expect(instant).toBe('2026-03-29T01:30:00.000Z');
    expect(localTimeIn(instant, PARIS)).toBe('03:30');
  });

  it.each(['24:00', '9:00', '12:60', '12:00:60', '12h00', ''])('refuses the time %j', (time) => {
    expect(() => instantAt(firstOfDecember, time, PARIS)).toThrow(RangeError);
  });

  it('refuses an unknown zone', () => {
    expect(() => instantAt(firstOfDecember, '12:00', 'Pacific/Atlantis')).toThrow(RangeError);
  });

  it('is what the clocks show, in every territory, but in the hour that clocks may jump over', () => {
    fc.assert(
      fc.property(date, hour, minute, zone, (day, hours, minutes, name) => {
        fc.pre(hours !== 2);
        const instant = instantAt(day, clock(hours, minutes), name);

        expect(localDateIn(instant, name)).toBe(day);
        expect(localTimeIn(instant, name)).toBe(clock(hours, minutes));
      }),
    );
  });

  it('never goes back from a day to a later one', () => {
    fc.assert(
      fc.property(date, hour, minute, zone, (day, hours, minutes, name) => {
        const time = clock(hours, minutes);

        expect(instantAt(day, time, name) < instantAt(addDays(day, 1), time, name)).toBe(true);
      }),
    );
  });
});

describe('localDateIn', () => {
  const newYear: Instant = at(2027, 1, 1, 9, 59);

  it('is still the old year in Tahiti when it is the new one in Nouméa and Paris', () => {
    expect(localDateIn(newYear, TAHITI)).toBe('2026-12-31');
    expect(localDateIn(newYear, PARIS)).toBe('2027-01-01');
    expect(localDateIn(newYear, NOUMEA)).toBe('2027-01-01');
  });

  it('changes at midnight of the zone', () => {
    expect(localDateIn(at(2027, 1, 1, 10, 0), TAHITI)).toBe('2027-01-01');
    expect(localDateIn(at(2026, 12, 31, 12, 59), NOUMEA)).toBe('2026-12-31');
    expect(localDateIn(at(2026, 12, 31, 13, 0), NOUMEA)).toBe('2027-01-01');
  });
});

describe('localTimeIn', () => {
  it('is what the clocks show', () => {
    expect(localTimeIn(at(2026, 11, 22, 0, 5), TAHITI)).toBe('14:05');
    expect(localTimeIn(at(2026, 11, 22, 0, 5), NOUMEA)).toBe('11:05');
    expect(localTimeIn(at(2026, 11, 21, 23, 0), PARIS)).toBe('00:00');
  });
});
