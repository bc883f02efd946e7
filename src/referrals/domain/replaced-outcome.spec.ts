import { parseLocalDate } from '../../kernel/index.js';
import type { ReferralOutcome } from './referral.js';
import { replacedOutcome } from './replaced-outcome.js';

const DAY = parseLocalDate('2026-11-02')!;
const NEXT = parseLocalDate('2026-11-09')!;
const of = (code: string, decidedOn = DAY): ReferralOutcome => ({
  code,
  decidedOn,
  reexaminationOn: null,
});

describe('An outcome that another replaces', () => {
  it('is kept beside the new one, also when nothing takes its place', () => {
    expect(replacedOutcome(of('AJOURNE'), of('APTE_RETENU', NEXT))).toEqual({
      before: of('AJOURNE'),
      after: of('APTE_RETENU', NEXT),
    });
    expect(replacedOutcome(of('AJOURNE'), null)).toEqual({ before: of('AJOURNE'), after: null });
  });

  it('is nothing for a first outcome, and for one said again', () => {
    expect(replacedOutcome(null, of('AJOURNE'))).toBeNull();
    expect(replacedOutcome(of('AJOURNE'), of('AJOURNE'))).toBeNull();
  });

  it('tells no refusal after selection from a medical one, nor that one became the other', () => {
    expect(replacedOutcome(of('NON_RETENU_SELECTION'), of('APTE_RETENU'))?.before.code).toBe(
      'NON_RETENU',
    );
    expect(replacedOutcome(of('NON_RETENU_SELECTION'), of('NON_RETENU'))).toBeNull();
  });
});
