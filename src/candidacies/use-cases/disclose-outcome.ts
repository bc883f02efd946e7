import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import {
  isMaskedOutcome,
  listedOutcome,
  OutcomeDisclosure,
  type OpeningReason,
  type ReferralOutcome,
  type ReferralSummary,
} from '../../referrals/index.js';
import { conclusionAccess, tellsRefusalsApart } from '../domain/medical.policy.js';
import { ReadMedicalConclusions } from './read-medical-conclusions.js';

/**
 * Opens the conclusion behind a masked outcome to the adviser in charge, to the manager with a
 * reason, to the unit's medical office; to a mission locale only where the convention of the pair
 * releases it (contract.md 5).
 */
@Injectable()
export class DiscloseOutcome extends OutcomeDisclosure {
  constructor(
    private readonly organisations: OrganisationDirectory,
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
    if (!(await this.isReleased(referral, outcome, actor))) return outcome;
    const found = await this.readConclusions.execute(
      [candidacyId],
      'shown',
      actor,
      reason ?? undefined,
    );
    const conclusion = found.get(candidacyId);
    return conclusion ? { ...outcome, ...conclusion } : outcome;
  }

  private async isReleased(
    { missionLocaleId, unitId }: ReferralSummary['referral'],
    { decidedOn }: ReferralOutcome,
    { organisation }: Actor,
  ): Promise<boolean> {
    if (organisation?.kind === 'unit') return true;
    const link = await this.organisations.conventionBetween(missionLocaleId, unitId, decidedOn);
    return link?.duties.includes('medical-conclusion-release') ?? false;
  }
}
