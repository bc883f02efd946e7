import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../../kernel/index.js';
import { OrganisationDirectory } from '../../../../organisations/index.js';
import type { Preparation } from '../../../domain/preparation.js';
import { isOpen } from '../../../domain/referral.js';
import { ConsultReferrals } from '../../../use-cases/consult-referrals.js';
import { typedDetails } from './typed-details.js';

/** What a former referral lets begin: about whom, and what it said. */
export interface FormerReferral {
  readonly personId: string;
  readonly typed: Preparation['typed'];
}

/** Reads a referral that is over, to begin another from it. */
@Injectable()
export class FormerReferrals {
  constructor(
    private readonly consult: ConsultReferrals,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /**
   * @returns null while the referral is a draft or waits for its answer
   * @throws ReferralNotFound for an unknown or foreign id
   */
  async one(id: string, actor: PersonActor): Promise<FormerReferral | null> {
    const referral = await this.consult.one(id, null, actor, async (summary) => summary.referral);
    if (referral.state === 'draft' || isOpen(referral)) return null;
    const isSeenAgain = referral.outcome !== null && referral.outcome.reexaminationOn !== null;
    const unit = isSeenAgain ? await this.organisations.byId(referral.unitId) : undefined;
    return { personId: referral.personId, typed: typedDetails(referral, unit?.code ?? null) };
  }
}
