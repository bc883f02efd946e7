import fc from 'fast-check';
import { addDays, type LocalDate } from '../../kernel/index.js';
import { REFERRAL_STATES } from './referral.js';
import { isLateAnswer, rungOn, SILENCE_RUNGS } from './silence.rules.js';

const day = (text: string) => text as LocalDate;
const SENT = day('2026-11-02');
const STEPS = {
  remindedOn: day('2026-11-12'),
  managerOn: day('2026-11-23'),
  freedOn: day('2026-12-02'),
};
const rung = (today: string, state: (typeof REFERRAL_STATES)[number] = 'submitted') =>
  rungOn({ state, referredOn: SENT }, STEPS, day(today));
const answered = (decidedOn: string) =>
  isLateAnswer(
    { outcome: { code: 'AJOURNE', decidedOn: day(decidedOn), reexaminationOn: null } },
    STEPS,
  );

describe('The silence of a unit', () => {
  it('begins quietly, then climbs on the very day of each rung', () => {
    expect(['2026-11-02', '2026-11-11', '2026-11-12', '2026-11-22'].map((on) => rung(on))).toEqual([
      ...['quiet', 'quiet'],
      ...['reminded', 'reminded'],
    ]);
    expect(['2026-11-23', '2026-12-01', '2026-12-02', '2027-12-02'].map((on) => rung(on))).toEqual([
      ...['manager', 'manager'],
      ...['freed', 'freed'],
    ]);
  });

  it('is none where no answer is owed any more, or nothing was sent', () => {
    const owed = REFERRAL_STATES.filter((state) => rung('2027-01-01', state) !== null);
    expect(owed).toEqual(['submitted', 'received']);
    expect(rungOn({ state: 'submitted', referredOn: null }, STEPS, day('2027-01-01'))).toBeNull();
  });

  it('never goes back down as days pass', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (one, more) => {
        const [before, after] = [addDays(SENT, one), addDays(SENT, one + more)].map((on) =>
          SILENCE_RUNGS.indexOf(rung(on) ?? 'quiet'),
        );
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });

  it('makes an answer late the day after the last rung, and no answer is not late', () => {
    expect([answered('2026-12-01'), answered('2026-12-02'), answered('2026-12-03')]).toEqual([
      ...[false, false],
      true,
    ]);
    expect(isLateAnswer({ outcome: null }, STEPS)).toBe(false);
  });
});
