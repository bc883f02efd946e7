import { Injectable } from '@nestjs/common';
import { Clock, localDateIn, type PersonActor } from '../../../../kernel/index.js';
import { OrganisationDirectory } from '../../../../organisations/index.js';
import type { Preparation } from '../../../domain/preparation.js';
import { isOpen, type Referral } from '../../../domain/referral.js';
import { rungOn } from '../../../domain/silence.rules.js';
import { ConsultReferrals } from '../../../use-cases/consult-referrals.js';
import { SilenceDeadlines } from '../../../use-cases/silence-ports.js';
import { typedDetails } from './typed-details.js';

/** What a former referral lets begin: about whom, and what it said. */
export interface FormerReferral {
  readonly personId: string;
  readonly typed: Preparation['typed'];
}

/** Reads a referral that is over, or left without an answer for too long, to begin another from it. */
@Injectable()
export class FormerReferrals {
  constructor(
    private readonly consult: ConsultReferrals,
    private readonly organisations: OrganisationDirectory,
    private readonly deadlines: SilenceDeadlines,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns null while the referral is a draft or waits for an answer in time
   * @throws ReferralNotFound for an unknown or foreign id
   */
  async one(id: string, actor: PersonActor): Promise<FormerReferral | null> {
    const { referral, isFreed } = await this.consult.one(id, null, actor, async (summary) => ({
      referral: summary.referral,
      isFreed: await this.isFreed(summary.referral),
    }));
    if (referral.state === 'draft' || (isOpen(referral) && !isFreed)) return null;
    // Only of what everybody of the mission locale reads: a draft is theirs too, and the unit standing in it
    // would tell them that an answer they read as "Non retenu" has a day (ADR 0051).
    const isSeenAgain = referral.outcome !== null && referral.outcome.reexaminationOn !== null;
    const unit = isSeenAgain ? await this.organisations.byId(referral.unitId) : undefined;
    return { personId: referral.personId, typed: typedDetails(referral, unit?.code ?? null) };
  }

  private async isFreed(referral: Referral): Promise<boolean> {
    const steps = (await this.deadlines.of([referral]))(referral);
    const own = await this.organisations.byId(referral.missionLocaleId);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    return steps !== null && rungOn(referral, steps, today) === 'freed';
  }
}
