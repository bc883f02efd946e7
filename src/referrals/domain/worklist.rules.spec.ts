import { parseLocalDate } from '../../kernel/index.js';
import { REFERRAL_STATES, type ReferralState } from './referral.js';
import { comesBack, dueDays, representedFrom, viewOf, worklistDays } from './worklist.rules.js';

const day = (text: string) => parseLocalDate(text)!;
const lateSince = day('2026-10-29');
const view = (state: ReferralState, referredOn: string | null) =>
  viewOf({ state, referredOn: referredOn === null ? null : day(referredOn) }, { lateSince });

describe('The worklist of a mission locale', () => {
  it('asks to send a draft', () => {
    expect(view('draft', null)).toBe('to-do');
  });

  it.each(['submitted', 'received'] as const)(
    'waits thirty days for the answer to what is %s, then asks to do something',
    (state) => {
      expect(view(state, '2026-10-30')).toBe('in-progress');
      expect(view(state, '2026-10-29')).toBe('to-do');
      expect(view(state, null)).toBe('in-progress');
    },
  );

  it('asks for nothing once a referral is no longer open', () => {
    const closed = REFERRAL_STATES.filter(
      (state) => !['draft', 'submitted', 'received'].includes(state),
    );

    expect(closed.map((state) => view(state, '2020-01-01'))).toEqual(closed.map(() => 'over'));
  });
});

describe('A young person whom a unit asked to see later', () => {
  const deferred = {
    id: 'deferred',
    state: 'decided' as const,
    referredOn: day('2026-06-01'),
    outcome: {
      code: 'AJOURNE',
      decidedOn: day('2026-07-01'),
      reexaminationOn: day('2026-11-11'),
    },
  };
  const back = (on: string, others: Parameters<typeof comesBack>[1] = []) =>
    comesBack(deferred, others, worklistDays('RE', day(on), lateSince));
  const other = (change: object) => ({ ...deferred, outcome: null, ...change });

  it('comes back on the first worked day, and on every one after an outage', () => {
    expect(back('2026-11-10')).toBe(false);
    // Armistice day: nobody works.
    expect(back('2026-11-11')).toBe(false);
    expect(back('2026-11-12')).toBe(true);
    expect(back('2027-03-01')).toBe(true);
  });

  it('does not come back while another referral follows up, nor after a place was found', () => {
    const on = '2026-12-01';
    expect(back(on, [other({ state: 'draft', referredOn: null })])).toBe(false);
    expect(back(on, [other({ state: 'received' })])).toBe(false);
    expect(back(on, [other({ state: 'lapsed', referredOn: day('2026-07-01') })])).toBe(false);
    const outcome = { ...deferred.outcome, code: 'APTE_RETENU', reexaminationOn: null };
    expect(back(on, [other({ referredOn: day('2026-06-02'), outcome })])).toBe(false);
  });

  it('comes back all the same when the other one is older or withdrawn', () => {
    const on = '2026-12-01';
    expect(back(on, [other({ state: 'withdrawn', referredOn: day('2026-12-01') })])).toBe(true);
    expect(back(on, [other({ state: 'lapsed', referredOn: day('2026-05-01') })])).toBe(true);
  });

  it('does not come back without a day, nor from what the unit took up again', () => {
    const days = worklistDays('RE', day('2027-01-04'), lateSince);
    const dayless = { ...deferred.outcome, reexaminationOn: null };
    expect(comesBack({ ...deferred, outcome: dayless }, [], days)).toBe(false);
    expect(comesBack({ ...deferred, state: 'received' }, [], days)).toBe(false);
  });

  it('comes back alike from behind a masked answer, for whoever is told the day alone', () => {
    const masked = { ...deferred, outcome: { ...deferred.outcome, code: 'NON_RETENU' } };
    const silent = { ...masked, outcome: { ...masked.outcome, reexaminationOn: null } };
    const kept = new Map([['deferred', day('2026-11-11')]]);
    const days = worklistDays('RE', day('2026-11-12'), lateSince);

    expect(comesBack(silent, [], days, kept)).toBe(true);
    expect(comesBack(silent, [other({ state: 'draft', referredOn: null })], days, kept)).toBe(
      false,
    );
    expect(comesBack(silent, [], days)).toBe(false);
    expect(comesBack(silent, [], days, new Map([['another', day('2026-11-11')]]))).toBe(false);
    expect(dueDays(kept, worklistDays('RE', day('2026-11-11'), lateSince)).size).toBe(0);
    expect(dueDays(kept, days)).toEqual(kept);
  });

  it.each(['APTE_RETENU', 'AJOURNE', 'NON_RETENU_SELECTION', 'DOSSIER_INCOMPLET'])(
    'has no kept day once the answer is %s: a correction takes it off',
    (code) => {
      const outcome = { code, decidedOn: day('2026-07-01'), reexaminationOn: null };
      const kept = new Map([['deferred', day('2026-11-11')]]);

      expect(representedFrom({ id: 'deferred', outcome }, kept)).toBeNull();
      expect(representedFrom({ id: 'deferred', outcome: null }, kept)).toBeNull();
    },
  );
});
