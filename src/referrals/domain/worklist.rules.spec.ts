import { parseLocalDate } from '../../kernel/index.js';
import { REFERRAL_STATES, type ReferralState } from './referral.js';
import { viewOf } from './worklist.rules.js';

const day = (text: string) => parseLocalDate(text)!;
const today = day('2026-11-28');
const view = (state: ReferralState, referredOn: string | null) =>
  viewOf({ state, referredOn: referredOn === null ? null : day(referredOn) }, today);

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
