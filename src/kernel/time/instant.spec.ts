import { addMillis, epochMillis, parseInstant, toInstant } from './instant.js';

const MILLENNIUM = toInstant(new Date(Date.UTC(2000, 0, 1)));

describe('toInstant', () => {
  it('writes UTC with milliseconds', () => {
    expect(toInstant(new Date(Date.UTC(2026, 10, 22, 0, 10)))).toBe('2026-11-22T00:10:00.000Z');
  });

  it('refuses what it cannot write so that strings keep the order of time', () => {
    expect(() => toInstant(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => toInstant(new Date(Date.UTC(10_000, 0, 1)))).toThrow(RangeError);
  });
});

describe('parseInstant', () => {
  it.each([
    ['2026-12-02T09:14:07+04:00', '2026-12-02T05:14:07.000Z'],
    ['2026-12-01T23:30:00-10:00', '2026-12-02T09:30:00.000Z'],
    ['2026-12-02T09:14:07Z', '2026-12-02T09:14:07.000Z'],
    ['2026-12-02T09:14:07.125Z', '2026-12-02T09:14:07.125Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '2026-12-02T09:14:07',
    '2026-02-30T09:14:07Z',
    '2026-12-02T24:00:00Z',
    '2026-12-02T09:60:00Z',
    '2026-12-02 09:14:07Z',
    '2026-12-02T09:14Z',
    '2026-12-02T09:14:07+15:00',
    '2026-12-02',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('refuses a moment that its offset pushes out of the calendar', () => {
    expect(parseInstant('9999-12-31T23:59:59-10:00')).toBeUndefined();
    expect(parseInstant('0001-01-01T00:00:00+10:00')).toBeUndefined();
  });
});

describe('addMillis', () => {
  it('moves forwards and backwards', () => {
    expect(addMillis(MILLENNIUM, 90_000)).toBe('2000-01-01T00:01:30.000Z');
    expect(addMillis(MILLENNIUM, -1)).toBe('1999-12-31T23:59:59.999Z');
    expect(epochMillis(addMillis(MILLENNIUM, 5)) - epochMillis(MILLENNIUM)).toBe(5);
  });
});
