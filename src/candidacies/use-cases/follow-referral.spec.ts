import { parseLocalDate, type Actor } from '../../kernel/index.js';
import type { Referral, ReferralState } from '../../referrals/index.js';
import type { Candidacy, Decision } from '../domain/candidacy.js';
import type { CandidacyCommand } from '../domain/candidacy.machine.js';
import type { CandidacyChange } from '../domain/decide-candidacy.js';
import { followReferral } from './follow-referral.js';

const DAY = parseLocalDate('2026-11-17')!;
const actor: Actor = {
  type: 'person',
  id: 'recruiter',
  role: 'recruiter',
  organisation: { id: 'unit', code: 'RSMA-RE', kind: 'unit' },
  channel: { kind: 'page' },
  correlationId: 'c',
};
const DECISION: Decision = {
  code: 'NON_RETENU',
  decidedOn: DAY,
  reexaminationOn: null,
  assessedLevel: 'EFFICACE',
  plannedIncorporationOn: null,
  contingent: null,
};

const referralIn = (state: ReferralState, outcome: Referral['outcome'] = null) =>
  ({ id: 'referral', state, outcome, version: 3 }) as Referral;

function change(
  command: CandidacyCommand,
  decision: { before?: Decision; after?: Decision } = {},
): CandidacyChange {
  return {
    before: { decision: decision.before ?? null } as Candidacy,
    after: { decision: decision.after ?? null } as Candidacy,
    command,
    effectiveOn: DAY,
    actor,
    conclusion: null,
  };
}

describe('What an act of the unit does to the referral', () => {
  it.each<[CandidacyCommand, ReferralState, string | null, ReferralState | null]>([
    ['acknowledge', 'submitted', 'receive', 'received'],
    ['evaluate', 'submitted', 'receive', 'received'],
    ['convoke', 'submitted', 'receive', 'received'],
    ['acknowledge', 'received', null, null],
    ['convoke', 'received', null, null],
    ['evaluate', 'lapsed', 'receive', 'received'],
    ['decide', 'submitted', 'decide', 'decided'],
    ['decide', 'received', 'decide', 'decided'],
    ['decide', 'decided', 'decide', 'decided'],
    ['decide', 'lapsed', 'decide', 'decided'],
    ['reopen', 'decided', 'reopen', 'received'],
    ['close', 'submitted', 'lapse', 'lapsed'],
    ['close', 'received', 'lapse', 'lapsed'],
    ['close', 'lapsed', null, null],
    ['decide', 'withdrawn', null, null],
    ['evaluate', 'withdrawn', null, null],
    // Opened again while the young person is referred elsewhere: the referral stayed decided.
    ['evaluate', 'decided', null, null],
  ])('%s on a %s one: %s', (command, state, expected, to) => {
    const follow = followReferral(referralIn(state), change(command, { after: DECISION }));
    expect(follow?.command ?? null).toBe(expected);
    expect(follow?.after.state ?? null).toBe(to);
  });

  it('copies the outcome as the record has it, never more', () => {
    const follow = followReferral(
      referralIn('received'),
      change('decide', { after: { ...DECISION, contingent: 'A1' } }),
    );
    expect(follow?.after.outcome).toEqual({
      code: 'NON_RETENU',
      decidedOn: DAY,
      reexaminationOn: null,
    });
  });

  it('takes the outcome away with the decision', () => {
    const decided = referralIn('decided', {
      code: 'AJOURNE',
      decidedOn: DAY,
      reexaminationOn: DAY,
    });
    expect(followReferral(decided, change('reopen', { before: DECISION }))).toMatchObject({
      after: { state: 'received', outcome: null, version: 4 },
      effectiveOn: DAY,
      actor,
    });
  });

  it('leaves a decided referral as it is when its file is closed', () => {
    const closing = change('close', { before: DECISION, after: DECISION });
    expect(followReferral(referralIn('decided'), closing)).toBeNull();
  });
});
