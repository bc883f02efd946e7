import fc from 'fast-check';
import {
  addDays,
  isWorkingDay,
  localDate,
  localDateIn,
  parseInstant,
  parseLocalDate,
  TERRITORY_CODES,
  timeZoneOf,
  type Instant,
  type LocalDate,
  type TerritoryCode,
} from '../../kernel/index.js';
import {
  DEADLINE_RULES,
  dueOn,
  lengthOn,
  preparedFrom,
  type DeadlineBook,
  type DeadlineOverride,
  type DeadlineRuleCode,
} from './deadline.rules.js';
import { deadlineOf } from './next-step.js';
import type { ReturnEpisode } from './return-episode.js';
import { isLate } from './return-views.rules.js';

function on(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(`no day ${text}`);
  return date;
}
function at(text: string): Instant {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`no instant ${text}`);
  return instant;
}
function bookOf(
  territory: TerritoryCode,
  overrides: readonly DeadlineOverride[] = [],
): DeadlineBook {
  return { place: { organisationId: 'ml', territory }, overrides };
}

describe('A deadline', () => {
  it.each<[TerritoryCode, DeadlineRuleCode, string, string]>([
    // Three working days: over a week-end, and over the abolition day of each territory.
    ['RE', 'return-acknowledge', '2026-12-17', '2026-12-22'],
    ['RE', 'return-acknowledge', '2027-12-17', '2027-12-23'],
    ['HEXAGONE', 'return-acknowledge', '2027-12-17', '2027-12-22'],
    ['MQ', 'return-acknowledge', '2026-05-20', '2026-05-27'],
    ['YT', 'return-acknowledge', '2026-04-24', '2026-04-30'],
    ['PF', 'return-acknowledge', '2026-11-18', '2026-11-24'],
    ['NC', 'return-acknowledge', '2026-09-22', '2026-09-28'],
    // Fifteen days, then the next day that is worked.
    ['HEXAGONE', 'return-first-contact', '2026-12-10', '2026-12-28'],
    ['ALSACE-MOSELLE', 'return-first-contact', '2026-12-11', '2026-12-28'],
    ['GP', 'return-first-contact', '2027-05-12', '2027-05-28'],
    // Leap days.
    ['RE', 'return-first-contact', '2028-02-14', '2028-02-29'],
    ['RE', 'return-acknowledge', '2028-02-28', '2028-03-02'],
  ])('of %s for %s, counted from %s, is %s', (territory, rule, from, due) => {
    expect(dueOn(bookOf(territory), rule, on(from))).toBe(due);
  });

  it('is always a worked day after the one it is counted from, wherever', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(on('2024-01-01'), days));
    const counted = (Object.keys(DEADLINE_RULES) as DeadlineRuleCode[]).filter(
      (rule) => DEADLINE_RULES[rule].counts !== 'attempts',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...TERRITORY_CODES),
        fc.constantFrom(...counted),
        day,
        (where, rule, from) => {
          const due = dueOn(bookOf(where), rule, from);
          expect(due > from && isWorkingDay(where, due)).toBe(true);
        },
      ),
    );
  });

  it.each<[TerritoryCode, string, string]>([
    ['PF', '2026-12-05T09:59:59.000Z', '2026-12-05T10:00:00.000Z'],
    ['GP', '2026-12-05T03:59:59.000Z', '2026-12-05T04:00:00.000Z'],
    ['RE', '2026-12-04T19:59:59.000Z', '2026-12-04T20:00:00.000Z'],
    ['NC', '2026-12-04T12:59:59.000Z', '2026-12-04T13:00:00.000Z'],
  ])('passes in %s when its day ends there: not at %s, but at %s', (territory, still, past) => {
    const begun = {
      state: 'open',
      cause: 'dropout',
      missionLocaleId: 'ml',
      answer: null,
      attempts: 0,
      countsFrom: on('2026-12-01'),
      endsOn: on('2026-12-01'),
    } as const;
    const deadline = deadlineOf(begun, bookOf(territory));
    const late = (instant: string): boolean => {
      const today = localDateIn(at(instant), timeZoneOf(territory));
      return isLate({ ...begun, deadline } as ReturnEpisode, today);
    };

    // Due on Friday 4 December everywhere: the Saturday there is the first day that is too late.
    expect(deadline?.dueOn).toBe('2026-12-04');
    expect([late(still), late(past)]).toEqual([false, true]);
  });

  it.each([
    ['2027-03-31', '2027-03-01'],
    ['2028-03-30', '2028-02-29'],
    ['2028-03-29', '2028-02-28'],
  ])('prepares a service that ends on %s from %s on', (end, first) => {
    expect(preparedFrom(bookOf('RE'), on(end))).toBe(first);
  });
});

describe('A length set otherwise', () => {
  const set = (over: Partial<DeadlineOverride>): DeadlineOverride => ({
    rule: 'return-acknowledge',
    length: 4,
    territory: 'RE',
    organisationId: null,
    validFrom: on('2026-01-01'),
    validTo: null,
    ...over,
  });
  const lengthFor = (...overrides: readonly DeadlineOverride[]) =>
    lengthOn(bookOf('RE', overrides), 'return-acknowledge', on('2026-06-15'));

  it.each<[string, readonly DeadlineOverride[], number]>([
    ['of nobody', [], 3],
    ['of the territory', [set({})], 4],
    ['of another territory', [set({ territory: 'YT' })], 3],
    ['of another rule', [set({ rule: 'return-to-arml' })], 3],
    [
      'of the organisation before that of its territory',
      [set({ organisationId: 'ml', territory: null, length: 5 }), set({})],
      5,
    ],
    ['of another organisation', [set({ organisationId: 'other' })], 3],
    ['of the later of two', [set({}), set({ validFrom: on('2026-03-01'), length: 6 })], 6],
    ['over the day before', [set({ validTo: on('2026-06-14') })], 3],
    ['until that very day', [set({ validTo: on('2026-06-15') })], 4],
    ['from that very day', [set({ validFrom: on('2026-06-15') })], 4],
    ['from the day after', [set({ validFrom: on('2026-06-16') })], 3],
  ])('holds when it is %s', (_, overrides, length) => {
    expect(lengthFor(...overrides)).toBe(length);
    expect(lengthFor(...overrides.toReversed())).toBe(length);
  });

  it('never moves a date already given: the day it is counted from decides', () => {
    const from = localDate(2026, 6, 15);
    const later = set({ validFrom: addDays(from, 1), length: 20 });
    const rule = 'return-acknowledge';

    expect(dueOn(bookOf('RE', [later]), rule, from)).toBe(dueOn(bookOf('RE'), rule, from));
  });
});
