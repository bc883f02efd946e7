import {
  decideReferral,
  type Referral,
  type ReferralChange,
  type ReferralCommand,
} from '../../referrals/index.js';
import type { CandidacyChange } from '../domain/decide-candidacy.js';

/**
 * What a change on the unit's side does to the referral it answers; nothing when the referral stays
 * as it is. Pure: the referral's own life-cycle decides whether it may follow.
 */
export function followReferral(referral: Referral, change: CandidacyChange): ReferralChange | null {
  const command = commandFor(referral, change);
  if (!command) return null;
  const { actor, effectiveOn } = change;
  const writes = command === 'lapse' ? {} : { outcome: outcomeOf(change) };
  const decision = decideReferral({
    referral,
    command,
    actor,
    as: 'candidacy',
    effectiveOn,
    writes,
  });
  return decision.ok ? decision.change : null;
}

function commandFor(referral: Referral, change: CandidacyChange): ReferralCommand | null {
  switch (change.command) {
    case 'decide':
      return 'decide';
    case 'reopen':
      return 'reopen';
    case 'close':
      // Closed without a decision: the mission locale is freed, as after a silence.
      return change.before.decision ? null : 'lapse';
    case 'acknowledge':
    case 'evaluate':
    case 'convoke':
      return referral.state === 'received' ? null : 'receive';
  }
}

function outcomeOf({ after }: CandidacyChange): Referral['outcome'] {
  if (!after.decision) return null;
  const { code, decidedOn, reexaminationOn } = after.decision;
  return { code, decidedOn, reexaminationOn };
}
