import { addDays, instantAt, localDateIn, type LocalDate } from '../../kernel/index.js';
import { standingAt } from './standing.rules.js';
import type { Contract, ServiceFacts } from './contract.js';
import { contract, day, service } from './support/contracts.js';
import { NOTICE_DAYS, warningsOf } from './warnings.rules.js';

const BORN = '2005-03-11';

function codes(
  one: Contract,
  services: readonly ServiceFacts[],
  on: LocalDate,
  born = BORN,
): string[] {
  return warningsOf(one, standingAt(one, services, on), born, on).map(({ code }) => code);
}

const long = contract({
  extension: { until: day('2028-02-29'), motive: 'OBJECTIF_PROCHE' },
});
const pacea = contract({ scheme: 'PACEA', plannedEndOn: day('2028-08-31') });
/** Born so as to turn 26 on 20 January 2027, in the middle of the contract. */
const TURNS_26 = '2001-01-20';

describe.each([
  ['UTC-10', 'Pacific/Tahiti'],
  ['UTC-4', 'America/Guadeloupe'],
  ['UTC+4', 'Indian/Reunion'],
  ['UTC+11', 'Pacific/Noumea'],
])('Warnings in %s', (_, zone) => {
  const today = (on: LocalDate, time: string) => localDateIn(instantAt(on, time, zone), zone);

  it.each([
    ['DOUZE_MOIS', contract(), BORN, '2027-08-31', NOTICE_DAYS.duration],
    ['DIX_HUIT_MOIS', long, BORN, '2028-02-29', NOTICE_DAYS.duration],
    ['VINGT_QUATRE_MOIS', pacea, BORN, '2028-08-31', NOTICE_DAYS.duration],
    ['LIMITE_AGE', contract(), TURNS_26, '2027-01-20', NOTICE_DAYS.age],
    ['TERME_PROCHE', contract(), BORN, '2027-08-31', NOTICE_DAYS.term],
  ])(
    'say %s from the day of its notice on, and not a second before',
    (code, one, born, limit, notice) => {
      const first = addDays(day(limit), -notice);
      const eve = today(addDays(first, -1), '23:59:59');
      expect(codes(one, [], eve, born)).not.toContain(code);
      expect(codes(one, [], today(first, '00:00'), born)).toContain(code);
      expect(codes(one, [], today(day(limit), '23:59:59'), born)).toContain(code);
    },
  );

  it('say that the term is past from the day after it', () => {
    expect(codes(contract(), [], today(day('2027-08-31'), '23:59:59'))).not.toContain(
      'TERME_DEPASSE',
    );
    expect(codes(contract(), [], today(day('2027-09-01'), '00:00'))).toContain('TERME_DEPASSE');
  });
});

describe('Warnings on a contract', () => {
  it('count the days to each limit, the nearest first', () => {
    const on = day('2027-08-11');
    expect(warningsOf(contract(), standingAt(contract(), [], on), '2001-08-16', on)).toEqual([
      { code: 'LIMITE_AGE', on: '2027-08-16', daysLeft: 5 },
      { code: 'TERME_PROCHE', on: '2027-08-31', daysLeft: 20 },
      { code: 'DOUZE_MOIS', on: '2027-08-31', daysLeft: 20 },
    ]);
  });

  it('say nothing of an age that is reached after the term', () => {
    expect(codes(contract(), [], day('2027-08-31'), '2001-09-01')).not.toContain('LIMITE_AGE');
    expect(codes(contract(), [], day('2027-08-31'), '2001-08-31')).toContain('LIMITE_AGE');
  });

  it('count the birthday of someone born on 29 February on 1 March of a common year', () => {
    const on = day('2026-02-20');
    const one = contract({ startsOn: day('2025-10-01'), plannedEndOn: day('2026-09-30') });
    expect(warningsOf(one, standingAt(one, [], on), '2000-02-29', on)).toEqual([
      { code: 'LIMITE_AGE', on: '2026-03-01', daysLeft: 9 },
    ]);
  });

  it('leave twelve months alone when a service extends the contract, not eighteen', () => {
    const serving = service({ plannedEndOn: day('2028-01-14') });
    expect(codes(contract(), [serving], day('2027-08-20'))).toEqual([]);
    expect(codes(contract(), [serving], day('2028-01-10'))).toContain('DIX_HUIT_MOIS');
  });

  it('ask for a confirmation once the exit is a fact, until it is given', () => {
    const left = service({ exitedOn: day('2027-07-14') });
    const confirmation = { until: day('2027-09-30'), confirmedOn: day('2027-07-20'), by: 'a-1' };
    const asked = 'PROLONGATION_A_CONFIRMER';
    expect(codes(contract(), [left], day('2027-07-13'))).not.toContain(asked);
    expect(codes(contract(), [left], day('2027-07-14'))).toContain(asked);
    expect(codes(contract({ confirmation }), [left], day('2027-07-21'))).not.toContain(asked);
  });

  it('ask for the motive of a contract that a referral told longer than twelve months', () => {
    const asked = 'PROLONGATION_NON_MOTIVEE';
    const ends = (text: string) => contract({ plannedEndOn: day(text) });
    expect(codes(ends('2027-09-01'), [], day('2026-10-01'))).not.toContain(asked);
    expect(codes(ends('2027-09-02'), [], day('2026-10-01'))).toContain(asked);
    expect(codes(pacea, [], day('2026-10-01'))).not.toContain(asked);
  });

  it('ask for an exit that the unit did not tell', () => {
    expect(codes(contract(), [service()], day('2027-07-14'))).not.toContain('SORTIE_ATTENDUE');
    expect(codes(contract(), [service()], day('2027-07-15'))).toContain('SORTIE_ATTENDUE');
  });

  it('end with the contract', () => {
    const ended = contract({ end: { endedOn: day('2027-08-20'), reason: 'AGE' } });
    expect(codes(ended, [], day('2027-08-21'), '2001-08-16')).toEqual([]);
  });
});
