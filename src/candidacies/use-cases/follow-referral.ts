import {
  decideReferral,
  type Referral,
  type ReferralChange,
  type ReferralCommand,
  type ReferralState,
} from '../../referrals/index.js';
import type { Candidacy } from '../domain/candidacy.js';
import type { CandidacyChange } from '../domain/decide-candidacy.js';

/**
 * What a change on the unit's side does to the referral it answers; nothing when the referral stays
 * as it is. Pure: the referral's own life-cycle decides whether it may follow.
 */
export function followReferral(referral: Referral, change: CandidacyChange): ReferralChange | null {
  const command = commandFor(referral, change);
  if (!command) return null;
  const { actor, effectiveOn, isCorrection = false } = change;
  const writes = command === 'lapse' ? {} : { outcome: outcomeOf(change.after) };
  const decision = decideReferral({
    referral,
    command,
    actor,
    as: 'candidacy',
    effectiveOn,
    writes,
    isCorrection,
    ...(command === 'restate' ? { target: stateOfAnswered(change.after) } : {}),
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
    case 'restate':
      return isAsAnswered(referral, change.after) ? null : 'restate';
  }
}

/** The state of a referral whose unit is so far with its file. */
export function stateOfAnswered(candidacy: Candidacy): ReferralState {
  if (candidacy.decision) return 'decided';
  if (candidacy.state === 'closed') return 'lapsed';
  return candidacy.state === 'received' && candidacy.acknowledgedOn === null
    ? 'submitted'
    : 'received';
}

function isAsAnswered(referral: Referral, candidacy: Candidacy): boolean {
  const [known, outcome] = [referral.outcome, outcomeOf(candidacy)];
  return (
    referral.state === stateOfAnswered(candidacy) &&
    known?.code === outcome?.code &&
    known?.decidedOn === outcome?.decidedOn &&
    known?.reexaminationOn === outcome?.reexaminationOn
  );
}

function outcomeOf({ decision }: Candidacy): Referral['outcome'] {
  if (!decision) return null;
  const { code, decidedOn, reexaminationOn } = decision;
  return { code, decidedOn, reexaminationOn };
}
