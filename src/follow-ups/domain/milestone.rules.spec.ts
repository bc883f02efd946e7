import fc from 'fast-check';
import {
  addDays,
  addMonthsToDate,
  codesOf,
  daysBetween,
  instantAt,
  localDateIn,
  parseLocalDate,
  type LocalDate,
} from '../../kernel/index.js';
import { MILESTONES } from './code-lists.js';
import { counts, FOLLOW_UP_STATES, standingOn, WINDOW_DAYS, windowOf } from './milestone.rules.js';

const day = (text: string): LocalDate => {
  const read = parseLocalDate(text);
  if (!read) throw new Error(`no such day: ${text}`);
  return read;
};
const someDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((count) => addDays(day('2000-01-01'), count));
const milestone = fc.constantFrom(...codesOf(MILESTONES));

describe('The window of a milestone', () => {
  it.each([
    ['2026-08-31', 'M6', '2027-02-28', '2027-01-14', '2027-04-14'],
    ['2027-08-31', 'M6', '2028-02-29', '2028-01-15', '2028-04-14'],
    ['2027-11-30', 'M3', '2028-02-29', '2028-01-15', '2028-04-14'],
    ['2028-02-29', 'M12', '2029-02-28', '2029-01-14', '2029-04-14'],
    ['2027-02-28', 'M12', '2028-02-28', '2028-01-14', '2028-04-13'],
    ['2026-07-14', 'M3', '2026-10-14', '2026-08-30', '2026-11-28'],
  ] as const)('of an exit of %s at %s', (exitedOn, code, dueOn, opensOn, closesOn) => {
    expect(windowOf(day(exitedOn), code)).toEqual({ dueOn, opensOn, closesOn });
  });

  it('is 91 days, both ends included, around the milestone', () => {
    fc.assert(
      fc.property(someDay, milestone, (exitedOn, code) => {
        const { opensOn, dueOn, closesOn } = windowOf(exitedOn, code);
        expect(daysBetween(opensOn, dueOn)).toBe(WINDOW_DAYS);
        expect(daysBetween(dueOn, closesOn)).toBe(WINDOW_DAYS);
        expect(opensOn > exitedOn).toBe(true);
      }),
    );
  });

  it('hardly touches the next one: two milestones are never asked for longer than two days at once', () => {
    fc.assert(
      fc.property(someDay, (exitedOn) => {
        const [first, second] = [windowOf(exitedOn, 'M3'), windowOf(exitedOn, 'M6')];
        expect(daysBetween(second.opensOn, first.closesOn)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe.each([
  ['UTC-10', 'Pacific/Tahiti'],
  ['UTC-4', 'America/Guadeloupe'],
  ['UTC+4', 'Indian/Reunion'],
  ['UTC+11', 'Pacific/Noumea'],
])('A milestone in %s', (_, zone) => {
  const window = windowOf(day('2026-08-31'), 'M6');
  const at = (on: LocalDate, time: string) =>
    standingOn(window, null, localDateIn(instantAt(on, time, zone), zone));

  it('is asked for from the first second of its first day to the last of its last', () => {
    expect(at(addDays(window.opensOn, -1), '23:59:59')).toBe('upcoming');
    expect(at(window.opensOn, '00:00')).toBe('open');
    expect(at(window.closesOn, '23:59:59')).toBe('open');
    expect(at(addDays(window.closesOn, 1), '00:00')).toBe('closed');
  });
});

describe('Where a milestone stands', () => {
  it('is one state a day, and no answer is counted that saw another time', () => {
    fc.assert(
      fc.property(
        someDay,
        milestone,
        someDay,
        fc.option(someDay),
        (exitedOn, code, today, seen) => {
          const window = windowOf(exitedOn, code);
          const answer = seen && { observedOn: seen };
          const state = standingOn(window, answer, today);
          expect(FOLLOW_UP_STATES).toContain(state);
          expect(state === 'answered').toBe(counts(window, answer));
          if (seen && (seen < window.opensOn || seen > window.closesOn)) {
            expect(state).toBe(standingOn(window, null, today));
          }
        },
      ),
    );
  });

  it('moves with a corrected exit: what was seen too early for it is asked again', () => {
    const answer = { observedOn: day('2027-01-20') };
    const today = day('2027-03-01');
    expect(standingOn(windowOf(day('2026-08-31'), 'M6'), answer, today)).toBe('answered');
    const corrected = addMonthsToDate(day('2026-08-31'), 1);
    expect(standingOn(windowOf(corrected, 'M6'), answer, today)).toBe('open');
  });
});
