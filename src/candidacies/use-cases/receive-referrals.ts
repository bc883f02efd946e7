import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import { ReferralReception, type Referral, type ReferralChange } from '../../referrals/index.js';
import type { Candidacy } from '../domain/candidacy.js';
import { decideCandidacy, type CandidacyChange } from '../domain/decide-candidacy.js';
import { restateCandidacy } from '../domain/restate-candidacy.js';
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

  override async open(submitted: readonly ReferralChange[]): Promise<void> {
    const openings = submitted.map(({ after: referral, actor }) => {
      const after = candidacyOf(referral, this.ids.uuid());
      return { after, effectiveOn: after.stateOn, actor };
    });
    await this.changes.open(openings);
  }

  override async close(withdrawn: readonly ReferralChange[]): Promise<void> {
    const byReferral = new Map(withdrawn.map((change) => [change.after.id, change]));
    const open = await this.candidacies.ofReferrals([...byReferral.keys()]);
    const changes = open.flatMap((candidacy) => {
      const cause = byReferral.get(candidacy.referralId ?? '');
      return cause ? closing(candidacy, cause) : [];
    });
    await this.changes.write(changes, new Map());
  }

  override async reopen(restated: readonly ReferralChange[]): Promise<void> {
    const byReferral = new Map(restated.map((change) => [change.after.id, change]));
    const all = await this.candidacies.ofReferrals([...byReferral.keys()]);
    const closed = all.filter(({ state }) => state === 'closed');
    const before = await this.candidacies.beforeClosing(closed.map(({ id }) => id));
    const changes = closed.flatMap((candidacy) => {
      const cause = byReferral.get(candidacy.referralId ?? '');
      const known = before.get(candidacy.id);
      return cause && known ? [restored(candidacy, known, cause)] : [];
    });
    await this.changes.write(changes, new Map());
  }
}

function restored(
  candidacy: Candidacy,
  before: Pick<Candidacy, 'state' | 'stateOn'>,
  { actor }: ReferralChange,
): CandidacyChange {
  const target = { ...candidacy, ...before };
  const { stateOn: effectiveOn } = before;
  return restateCandidacy({
    candidacy,
    target,
    conclusion: null,
    actor,
    as: 'referral',
    effectiveOn,
  });
}

/** The unit's file ends on the day of the withdrawal; nothing when it was closed already. */
function closing(candidacy: Candidacy, { actor, effectiveOn }: ReferralChange): CandidacyChange[] {
  const decision = decideCandidacy({
    candidacy,
    command: 'close',
    actor,
    as: 'referral',
    effectiveOn,
    today: effectiveOn,
    asOf: { on: effectiveOn, sequence: 0, line: 0 },
  });
  return decision.ok ? [decision.change] : [];
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
