import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import {
  isMaskedOutcome,
  listedOutcome,
  OutcomeDisclosure,
  type OpeningReason,
  type ReferralOutcome,
  type ReferralSummary,
} from '../../referrals/index.js';
import { conclusionAccess, tellsRefusalsApart } from '../domain/medical.policy.js';
import { ConclusionRelease } from './conclusion-release.js';
import { ReadMedicalConclusions } from './read-medical-conclusions.js';

/**
 * Opens the conclusion behind a masked outcome to the adviser in charge, to the manager with a
 * reason, to the unit's medical office; to a mission locale only where the convention of the pair
 * releases it (contract.md 5).
 */
@Injectable()
export class DiscloseOutcome extends OutcomeDisclosure {
  constructor(
    private readonly release: ConclusionRelease,
    private readonly readConclusions: ReadMedicalConclusions,
  ) {
    super();
  }

  override async disclose(
    { referral, candidacyId }: ReferralSummary,
    actor: Actor,
    reason: OpeningReason | null,
  ): Promise<ReferralOutcome | null> {
    if (!tellsRefusalsApart(actor, referral.adviserId, reason !== null)) {
      return listedOutcome(referral.outcome);
    }
    const { outcome } = referral;
    if (!outcome || !candidacyId || !isMaskedOutcome(outcome)) return outcome;
    const access = conclusionAccess(actor, referral.adviserId);
    if (access === 'never' || (access === 'with-reason' && !reason)) return outcome;
    const { missionLocaleId, unitId } = referral;
    const { decidedOn } = outcome;
    if (!(await this.release.isReleased({ missionLocaleId, unitId, decidedOn }, actor)))
      return outcome;
    const found = await this.readConclusions.execute(
      [candidacyId],
      'shown',
      actor,
      reason ?? undefined,
    );
    const conclusion = found.get(candidacyId);
    return conclusion ? { ...outcome, ...conclusion } : outcome;
  }
}
