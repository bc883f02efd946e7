import fc from 'fast-check';
import {
  addDays,
  daysBetween,
  instantAt,
  localDateIn,
  type LocalDate,
} from '../../kernel/index.js';
import type { Contract, ServiceFacts } from './contract.js';
import { endIssues, extensionIssues } from './contract.rules.js';
import { birthdayOf } from './periods.js';
import { isActive, standingAt } from './standing.rules.js';
import { contract, day, service } from './support/contracts.js';
import { longestEnd, NOTICE_DAYS, warningsOf } from './warnings.rules.js';

// Each limit on the day before, on the day and on the day after, by the clocks of the mission locale.

const ZONES = ['Pacific/Tahiti', 'America/Martinique', 'Indian/Reunion', 'Pacific/Noumea'];

/** The civil day that the clocks of a zone show in the last second of one day and the first of the next. */
function midnightAfter(on: LocalDate, zone: string): [LocalDate, LocalDate] {
  const last = localDateIn(instantAt(on, '23:59:59', zone), zone);
  return [last, localDateIn(instantAt(addDays(on, 1), '00:00', zone), zone)];
}

function ageLeft(birthDate: string, on: LocalDate, one: Contract = contract()) {
  const warnings = warningsOf(one, standingAt(one, [], on), birthDate, on);
  return warnings.find(({ code }) => code === 'LIMITE_AGE')?.daysLeft;
}

describe.each(ZONES)('In %s', (zone) => {
  it.each<[string, Contract, ServiceFacts[], string]>([
    ['the planned end', contract(), [], '2027-08-31'],
    [
      'a planned end on a leap day',
      contract({ plannedEndOn: day('2028-02-29') }),
      [],
      '2028-02-29',
    ],
    [
      'the extension after an exit',
      contract({ plannedEndOn: day('2026-12-31') }),
      [service({ exitedOn: day('2026-12-31') })],
      '2027-02-28',
    ],
    [
      'the extension after an exit, in a leap year',
      contract({ plannedEndOn: day('2027-12-31') }),
      [service({ exitedOn: day('2027-12-31') })],
      '2028-02-29',
    ],
    [
      'the motivated extension',
      contract({ extension: { until: day('2028-02-29'), motive: 'AUTRE' } }),
      [],
      '2028-02-29',
    ],
  ])('a contract runs to the last second of %s', (_, one, services, limit) => {
    const [last, next] = midnightAfter(day(limit), zone);
    expect(standingAt(one, services, addDays(last, -1))).toMatchObject({ daysLeft: 1 });
    expect(isActive(standingAt(one, services, last))).toBe(true);
    expect(standingAt(one, services, last)).toMatchObject({ daysLeft: 0 });
    expect(standingAt(one, services, next)).toMatchObject({ standing: 'past-term', daysLeft: -1 });
  });

  it.each([
    ['2001-02-10', '2027-02-10'],
    // No 29 February in 2026 nor in 2030: the birthday is on 1 March.
    ['2000-02-29', '2026-03-01'],
    ['2004-02-29', '2030-03-01'],
    ['2002-02-29', null],
    ['2001-03-00', '2027-03-01'],
  ])('somebody born on %s turns 26 on %s', (birthDate, birthday) => {
    if (birthday === null) return expect(ageLeft(birthDate, day('2027-02-01'))).toBeUndefined();
    const one = contract({
      startsOn: addDays(day(birthday), -100),
      plannedEndOn: addDays(day(birthday), 100),
    });
    const [last, next] = midnightAfter(addDays(day(birthday), -1), zone);
    expect([last, next].map((on) => ageLeft(birthDate, on, one))).toEqual([1, 0]);
    expect(ageLeft(birthDate, addDays(next, 1), one)).toBe(-1);
    // Turned 26 in between, but only after the term: no limit of this contract.
    const shorter = { ...one, plannedEndOn: addDays(day(birthday), -1) };
    expect(ageLeft(birthDate, last, shorter)).toBeUndefined();
    expect(ageLeft(birthDate, last, { ...one, plannedEndOn: day(birthday) })).toBe(1);
  });

  it('an end may be told on its own day, and not on the day before', () => {
    const end = { endedOn: day('2027-03-01'), reason: 'AUTRE' } as const;
    const [before, on] = midnightAfter(day('2027-02-28'), zone);
    expect(endIssues(contract(), end, before)).toMatchObject([{ code: 'DATE_FUTURE' }]);
    expect(endIssues(contract(), end, on)).toEqual([]);
    expect(endIssues(contract(), end, addDays(on, 1))).toEqual([]);
  });
});

describe('Eighteen months', () => {
  it.each([
    ['2026-09-01', '2028-03-01'],
    ['2026-08-31', '2028-02-29'],
    ['2026-08-29', '2028-02-29'],
    ['2025-08-31', '2027-02-28'],
    ['2028-02-29', '2029-08-29'],
  ])('from %s may be extended to %s and not a day more', (startsOn, last) => {
    const one = contract({ startsOn: day(startsOn), plannedEndOn: addDays(day(startsOn), 300) });
    expect(longestEnd('CEJ', one.startsOn)).toBe(last);
    const issues = (until: LocalDate) => extensionIssues(one, { until, motive: 'AUTRE' });
    expect(issues(addDays(day(last), -1))).toEqual([]);
    expect(issues(day(last))).toEqual([]);
    expect(issues(addDays(day(last), 1))).toMatchObject([{ code: 'CHRONOLOGIE' }]);
  });
});

interface Drawn {
  readonly startsOn: LocalDate;
  readonly length: number;
  readonly scheme: Contract['scheme'];
  /** In days, on the first day of the contract. */
  readonly age: number;
  /** The day asked about, from the first of the contract. */
  readonly at: number;
}

describe('Limits, whatever the contract and the day', () => {
  const drawn: fc.Arbitrary<Drawn> = fc.record({
    startsOn: fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2023-06-01'), days)),
    length: fc.integer({ min: 30, max: 720 }),
    scheme: fc.constantFrom('CEJ' as const, 'PACEA' as const),
    // From 16 to 27 at the beginning: some turn 18 or 26 in between, some on a leap day.
    age: fc.integer({ min: 16 * 365, max: 27 * 365 }),
    at: fc.integer({ min: -10, max: 900 }),
  });
  const read = ({ startsOn, length, scheme, age, at }: Drawn) => {
    const one = contract({ scheme, startsOn, plannedEndOn: addDays(startsOn, length) });
    const on = addDays(startsOn, at);
    const born = addDays(startsOn, -age);
    const warnings = (when: LocalDate) => warningsOf(one, standingAt(one, [], when), born, when);
    return { one, on, born, warnings };
  };

  it('come one day nearer each day, and are never forgotten once told', () => {
    fc.assert(
      fc.property(drawn, (some) => {
        const { on, warnings } = read(some);
        const tomorrow = new Map(warnings(addDays(on, 1)).map((one) => [one.code, one]));
        for (const { code, on: limit, daysLeft } of warnings(on)) {
          const next = tomorrow.get(
            code === 'TERME_PROCHE' && daysLeft === 0 ? 'TERME_DEPASSE' : code,
          );
          expect(next).toMatchObject({
            on: limit,
            daysLeft: daysLeft === null ? null : daysLeft - 1,
          });
        }
      }),
    );
  });

  it('tell the 26th birthday of whoever has it before the term, and of nobody else', () => {
    fc.assert(
      fc.property(drawn, (some) => {
        const { one, on, born, warnings } = read(some);
        const birthday = birthdayOf(born, 26);
        const isNear = birthday !== null && daysBetween(on, birthday) <= NOTICE_DAYS.age;
        const isLimit = birthday !== null && birthday <= one.plannedEndOn;
        const told = warnings(on).find(({ code }) => code === 'LIMITE_AGE');
        expect(told?.on).toBe(isNear && isLimit ? birthday : undefined);
      }),
    );
  });
});
