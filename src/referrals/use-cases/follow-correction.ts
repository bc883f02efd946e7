import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { CorrectionFollower } from '../../people/index.js';
import type { Referral } from '../domain/referral.js';
import { Referrals, type ReferralChange } from './ports.js';
import { decideReferral, ReferralChanges } from './referral-changes.js';

/** The unit that holds an open referral learns that the young person was corrected. */
@Injectable()
export class FollowCorrection extends CorrectionFollower {
  constructor(
    private readonly referrals: Referrals,
    private readonly changes: ReferralChanges,
  ) {
    super();
  }

  override async follow(personId: string, on: LocalDate, actor: Actor): Promise<void> {
    const open = await this.referrals.openOf([personId]);
    await this.changes.write(open.map((referral) => correctionOf(referral, on, actor)));
  }
}

function correctionOf(referral: Referral, effectiveOn: LocalDate, actor: Actor): ReferralChange {
  const decision = decideReferral({
    referral,
    command: 'correct-person',
    actor,
    as: 'young-person',
    effectiveOn,
    target: referral.state,
    isCorrection: true,
  });
  if (!decision.ok) throw new Error(`an open referral follows its person: ${decision.refusal}`);
  return decision.change;
}
