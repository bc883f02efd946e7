import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { ReferralReception, type Referral } from '../../referrals/index.js';
import type { Candidacy } from '../domain/candidacy.js';
import { decideCandidacy } from '../domain/decide-candidacy.js';
import { CandidacyChanges } from './candidacy-changes.js';
import { Candidacies } from './ports.js';

/**
 * The unit's file lives and dies with the referral, in the same transaction: what a mission locale
 * submits is in the unit's worklist at once.
 */
@Injectable()
export class ReceiveReferrals extends ReferralReception {
  constructor(
    private readonly candidacies: Candidacies,
    private readonly changes: CandidacyChanges,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async open(referrals: readonly Referral[], actor: Actor): Promise<void> {
    const openings = referrals.map((referral) => {
      const after = candidacyOf(referral, this.ids.uuid());
      return { after, effectiveOn: after.stateOn, actor };
    });
    await this.changes.open(openings);
  }

  override async close(referrals: readonly Referral[], actor: Actor): Promise<void> {
    const open = await this.candidacies.ofReferrals(referrals.map(({ id }) => id));
    const changes = open.flatMap((candidacy) => {
      const today = dayOf(candidacy, referrals);
      const asOf = candidacy.asOf ?? { on: today, sequence: 0, line: 0 };
      const decision = decideCandidacy({
        candidacy,
        command: 'close',
        actor,
        as: 'referral',
        effectiveOn: today,
        today,
        asOf,
      });
      return decision.ok ? [decision.change] : [];
    });
    await this.changes.write(changes, new Map());
  }
}

function candidacyOf(referral: Referral, id: string): Candidacy {
  if (!referral.referredOn) throw new Error('only a submitted referral reaches the unit');
  return {
    id,
    unitId: referral.unitId,
    missionLocaleId: referral.missionLocaleId,
    referralId: referral.id,
    personId: referral.personId,
    personOwnerId: referral.missionLocaleId,
    origin: 'ML',
    unitFileNumber: null,
    state: 'received',
    stateOn: referral.referredOn,
    acknowledgedOn: null,
    convokedOn: null,
    decision: null,
    asOf: null,
    version: 1,
  };
}

function dayOf(candidacy: Candidacy, referrals: readonly Referral[]): LocalDate {
  const referral = referrals.find(({ id }) => id === candidacy.referralId);
  return referral?.asOf?.on ?? candidacy.stateOn;
}
