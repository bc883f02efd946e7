import fc from 'fast-check';
import {
  instantAt,
  isWorkingDay,
  TERRITORY_CODES,
  timeZoneOf,
  toInstant,
  type LocalDate,
} from '../../kernel/index.js';
import { digestDay, isWorthSending } from './digest.rules.js';
import type { Digest } from './digest.js';

const REUNION = { territory: 'RE', timeZone: 'Indian/Reunion' } as const;
const FRIDAY = '2026-11-27' as LocalDate;
const MONDAY = '2026-11-30' as LocalDate;
const DIGEST: Digest = [
  {
    organisation: 'ML Nord',
    lines: [{ text: '3 orientations à traiter', path: '/orientations', isNews: false }],
  },
];
const MORE: Digest = [
  {
    organisation: 'ML Nord',
    lines: [{ text: '4 orientations à traiter', path: '/orientations', isNews: false }],
  },
];
const NEWS: Digest = [
  {
    organisation: 'ML Nord',
    lines: [...(DIGEST[0]?.lines ?? []), { text: '1 nouvelle réponse', path: '/', isNews: true }],
  },
];

describe('The day of a digest', () => {
  it.each([
    ['before its time', '2026-11-27T03:29:00Z', null],
    ['from its time on, on the reader’s clock', '2026-11-27T03:30:00Z', FRIDAY],
    ['to the end of the day, after an outage', '2026-11-27T19:59:00Z', FRIDAY],
    ['on a Saturday', '2026-11-28T08:00:00Z', null],
    ['on 20 December, a public holiday in La Réunion only', '2027-12-20T08:00:00Z', null],
  ])('%s', (_, now, day) => {
    expect(digestDay(toInstant(new Date(now)), REUNION, 'QUOTIDIEN')).toBe(day);
  });

  it('is the first worked day of the week for a weekly one', () => {
    const at = (day: string) => toInstant(new Date(`${day}T08:00:00Z`));
    expect(digestDay(at(FRIDAY), REUNION, 'HEBDOMADAIRE')).toBeNull();
    expect(digestDay(at(MONDAY), REUNION, 'HEBDOMADAIRE')).toBe(MONDAY);
    // Easter Monday is not worked: the week begins on Tuesday.
    expect(digestDay(at('2027-03-29'), REUNION, 'HEBDOMADAIRE')).toBeNull();
    expect(digestDay(at('2027-03-30'), REUNION, 'HEBDOMADAIRE')).toBe('2027-03-30');
  });

  it('never comes to whoever wants none', () => {
    expect(digestDay(toInstant(new Date('2026-11-27T08:00:00Z')), REUNION, 'JAMAIS')).toBeNull();
  });

  it('is a worked day of the territory, whatever the moment and the zone', () => {
    const moment = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2031, 0) });
    fc.assert(
      fc.property(moment, fc.constantFrom(...TERRITORY_CODES), (millis, territory) => {
        const timeZone = timeZoneOf(territory);
        const now = toInstant(new Date(millis));
        const day = digestDay(now, { territory, timeZone }, 'QUOTIDIEN');
        if (day === null) return;
        expect(isWorkingDay(territory, day)).toBe(true);
        expect(instantAt(day, '07:30', timeZone) <= now).toBe(true);
      }),
    );
  });
});

describe('A digest is worth a message', () => {
  const last = { at: toInstant(new Date('2026-11-26T04:00:00Z')), digest: DIGEST };
  const told = { ...last, digest: NEWS };

  it.each([
    ['when nothing was ever sent', DIGEST, FRIDAY, null, true],
    ['not when nothing waits', [], FRIDAY, null, false],
    ['not when it says what the last one said', DIGEST, FRIDAY, last, false],
    ['when something has changed since', MORE, FRIDAY, last, true],
    ['when something came in', NEWS, FRIDAY, told, true],
    ['not because what came in was told', DIGEST, FRIDAY, told, false],
    ['once a week whatever has changed', DIGEST, MONDAY, last, true],
    ['not once a week when nothing waits', [], MONDAY, last, false],
  ])('%s', (_, digest, day, before, isWorth) => {
    expect(isWorthSending(digest, day, before, 'RE')).toBe(isWorth);
  });
});
