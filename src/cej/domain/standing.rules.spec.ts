import fc from 'fast-check';
import { addDays, instantAt, localDateIn, type LocalDate } from '../../kernel/index.js';
import type { ServiceFacts } from './contract.js';
import { contractedUntil, isActive, standingAt } from './standing.rules.js';
import { contract, day, service } from './support/contracts.js';

describe('The extension of a CEJ that follows from a service', () => {
  it.each([
    ['2027-03-15', '2027-05-31'],
    ['2027-03-01', '2027-05-31'],
    ['2027-03-31', '2027-05-31'],
    ['2026-12-31', '2027-02-28'],
    ['2027-12-31', '2028-02-29'],
    ['2028-02-29', '2028-04-30'],
    ['2027-02-28', '2027-04-30'],
    ['2026-11-30', '2027-01-31'],
  ])('after an exit on %s goes to %s', (exitedOn, until) => {
    const short = contract({ plannedEndOn: day('2026-10-31') });
    const facts = service({ plannedEndOn: day('2029-01-01'), exitedOn: day(exitedOn) });
    expect(standingAt(short, [facts], day(exitedOn))).toMatchObject({
      term: until,
      extension: { until, servedUntil: exitedOn, isForecast: false, isConfirmed: false },
    });
  });

  it.each([
    ['on its first day', '2026-09-01', '2026-09-01', true],
    ['on its last day', '2027-08-31', '2026-09-01', true],
    ['on the day after', '2027-09-01', '2026-09-01', false],
    ['on the day before its start', '2026-09-01', '2026-09-02', false],
  ])('is for who enters %s of the contract', (_, entry, startsOn, isExtended) => {
    const facts = service({ incorporatedOn: day(entry), plannedEndOn: day('2028-06-30') });
    const one = contract({ startsOn: day(startsOn) });
    expect(standingAt(one, [facts], day('2027-09-10')).extension !== null).toBe(isExtended);
  });

  it('never makes a contract shorter that runs longer by itself', () => {
    const left = service({ exitedOn: day('2026-11-02') });
    expect(standingAt(contract(), [left], day('2026-12-01'))).toMatchObject({
      standing: 'running',
      term: '2027-08-31',
      extension: { until: '2027-01-31' },
    });
  });

  it('is a forecast while the service goes on, by its planned end or the exit that is announced', () => {
    const on = day('2027-01-10');
    expect(standingAt(contract(), [service()], on)).toMatchObject({
      standing: 'in-service',
      term: '2027-09-30',
      extension: { until: '2027-09-30', isForecast: true },
    });
    const announced = service({ exitedOn: day('2027-06-20') });
    expect(standingAt(contract(), [announced], on)).toMatchObject({
      standing: 'in-service',
      term: '2027-08-31',
      extension: { until: '2027-08-31', isForecast: true },
    });
  });

  it('moves with a service that goes on past its planned end, and says that the exit is awaited', () => {
    const on = day('2027-07-20');
    expect(standingAt(contract(), [service()], on)).toMatchObject({
      standing: 'in-service',
      term: '2027-09-30',
      isExitOverdue: true,
    });
    expect(standingAt(contract(), [service()], day('2027-07-14')).isExitOverdue).toBe(false);
  });

  it('carries over to a second service that begins before the extended end', () => {
    const short = contract({ plannedEndOn: day('2026-12-31') });
    const first = service({ exitedOn: day('2026-11-20') });
    const second = service({
      id: 's-2',
      incorporatedOn: day('2027-01-31'),
      plannedEndOn: day('2027-11-30'),
      exitedOn: day('2027-02-10'),
    });
    const tooLate = { ...second, incorporatedOn: day('2027-02-01') };
    expect(standingAt(short, [second, first], day('2027-03-01'))).toMatchObject({
      standing: 'extended',
      term: '2027-04-30',
      extension: { serviceId: 's-2' },
    });
    expect(standingAt(short, [tooLate, first], day('2027-03-01'))).toMatchObject({
      standing: 'past-term',
      term: '2027-01-31',
      extension: { serviceId: 's-1' },
    });
  });

  it('does not outlive a contract that really ended during the service', () => {
    const ended = contract({ end: { endedOn: day('2027-01-15'), reason: 'INSERTION' } });
    const left = service({ exitedOn: day('2027-03-15') });
    expect(standingAt(ended, [left], day('2027-01-15'))).toMatchObject({
      standing: 'in-service',
      daysLeft: 0,
      extension: null,
    });
    expect(standingAt(ended, [left], day('2027-01-16'))).toMatchObject({
      standing: 'ended',
      term: '2027-01-15',
      daysLeft: -1,
    });
  });

  it('is not for a PACEA, which is shown as a status', () => {
    const pacea = contract({ scheme: 'PACEA', plannedEndOn: day('2027-01-31') });
    expect(standingAt(pacea, [service()], day('2027-01-10'))).toMatchObject({
      standing: 'in-service',
      term: '2027-01-31',
      extension: null,
    });
  });

  it('is confirmed for that very day: an exit that is corrected asks again', () => {
    const confirmation = { until: day('2027-05-31'), confirmedOn: day('2027-04-01'), by: 'a-1' };
    const confirmed = contract({ plannedEndOn: day('2026-12-31'), confirmation });
    const on = day('2027-04-02');
    const seen = (exitedOn: string) =>
      standingAt(confirmed, [service({ exitedOn: day(exitedOn) })], on).extension?.isConfirmed;
    expect([seen('2027-03-15'), seen('2027-03-31'), seen('2027-02-28')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('comes back to what is right when the entry is told after the planned end', () => {
    const short = contract({ plannedEndOn: day('2026-10-31') });
    const on = day('2026-12-10');
    expect(standingAt(short, [], on)).toMatchObject({ standing: 'past-term', daysLeft: -40 });
    expect(standingAt(short, [service()], on)).toMatchObject({ standing: 'in-service' });
  });
});

describe.each([
  ['UTC-10', 'Pacific/Tahiti'],
  ['UTC-4', 'America/Martinique'],
  ['UTC+4', 'Indian/Reunion'],
  ['UTC+11', 'Pacific/Noumea'],
])('The term of a contract in %s', (_, zone) => {
  const short = contract({ plannedEndOn: day('2026-10-31') });
  const left = service({ exitedOn: day('2027-12-31') });
  const at = (date: string, time: string) =>
    standingAt(short, [left], localDateIn(instantAt(day(date), time, zone), zone));

  it('lets the contract run until the last second of its last day, and not a second more', () => {
    expect(at('2028-02-28', '23:59:59')).toMatchObject({ standing: 'extended', daysLeft: 1 });
    expect(at('2028-02-29', '00:00')).toMatchObject({ standing: 'extended', daysLeft: 0 });
    expect(at('2028-02-29', '23:59:59')).toMatchObject({ standing: 'extended', daysLeft: 0 });
    expect(at('2028-03-01', '00:00')).toMatchObject({ standing: 'past-term', daysLeft: -1 });
  });

  it('counts the exit from its own day on', () => {
    expect(at('2027-12-30', '23:59:59')).toMatchObject({ standing: 'in-service' });
    expect(at('2027-12-31', '00:00')).toMatchObject({ standing: 'extended' });
  });

  it('begins on its first day', () => {
    expect(at('2026-08-31', '23:59:59')).toMatchObject({ standing: 'not-started' });
    expect(at('2026-09-01', '00:00')).toMatchObject({ standing: 'running' });
  });
});

const date = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2026-01-01'), days));
const facts = fc
  .record({
    id: fc.uuid(),
    incorporatedOn: date,
    served: fc.integer({ min: 0, max: 500 }),
    planned: fc.integer({ min: 1, max: 500 }),
    isOut: fc.boolean(),
  })
  .map(({ id, incorporatedOn, served, planned, isOut }): ServiceFacts => ({
    id,
    incorporatedOn,
    plannedEndOn: addDays(incorporatedOn, planned),
    exitedOn: isOut ? addDays(incorporatedOn, served) : null,
  }));
const history = fc.array(facts, { maxLength: 6 });
const contracts = fc
  .record({
    startsOn: date,
    months: fc.integer({ min: 1, max: 545 }),
    extra: fc.option(fc.integer({ min: 1, max: 200 })),
    lasted: fc.option(fc.integer({ min: 0, max: 900 })),
    scheme: fc.constantFrom('CEJ' as const, 'PACEA' as const),
  })
  .map(({ startsOn, months, extra, lasted, scheme }) => {
    const plannedEndOn = addDays(startsOn, months);
    return contract({
      scheme,
      startsOn,
      plannedEndOn,
      extension: extra === null ? null : { until: addDays(plannedEndOn, extra), motive: 'AUTRE' },
      end: lasted === null ? null : { endedOn: addDays(startsOn, lasted), reason: 'AUTRE' },
    });
  });

describe('Where a contract stands', () => {
  it('does not depend on the order in which facts came', () => {
    const shuffled = history.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(contracts, shuffled, date, (one, [all, other], on) => {
        expect(standingAt(one, other, on)).toEqual(standingAt(one, all, on));
      }),
    );
  });

  it('is the same computed again, and facts told twice change nothing', () => {
    fc.assert(
      fc.property(contracts, history, date, (one, all, on) => {
        const first = standingAt(one, all, on);
        expect(standingAt(one, all, on)).toEqual(first);
        expect(standingAt(one, [...all, ...all], on)).toEqual(first);
      }),
    );
  });

  it('does not depend on services that begin after the day', () => {
    fc.assert(
      fc.property(contracts, history, date, (one, all, on) => {
        const begun = all.filter(({ incorporatedOn }) => incorporatedOn <= on);
        expect(standingAt(one, all, on)).toEqual(standingAt(one, begun, on));
      }),
    );
  });

  it('is active up to the term and never after, and a term is never before what was agreed', () => {
    fc.assert(
      fc.property(contracts, history, date, (one, all, on) => {
        const read = standingAt(one, all, on);
        expect(read.daysLeft < 0 && isActive(read)).toBe(false);
        if (one.end) expect(read.term).toBe(one.end.endedOn);
        else expect(read.term >= contractedUntil(one)).toBe(true);
      }),
    );
  });

  it('goes on from one day to the next: what ended stays ended', () => {
    fc.assert(
      fc.property(contracts, history, date, (one, all, on) => {
        const next: LocalDate = addDays(on, 1);
        if (standingAt(one, all, on).standing !== 'ended') return;
        expect(standingAt(one, all, next).standing).toBe('ended');
      }),
    );
  });
});
