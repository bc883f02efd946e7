import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, UnitOfWork, type PersonActor } from '../../kernel/index.js';
import { ReferralNotFound } from '../domain/errors.js';
import { Preparations, Referrals } from './ports.js';
import { SubmitReferral, type SubmitReferralCommand } from './submit-referral.js';

/**
 * Sends what was prepared: the referral takes the id of its preparation, which is gone from then on.
 * Sent again, by a double click or a page gone back to, it is the same referral.
 */
@Injectable()
export class TransmitPreparation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preparations: Preparations,
    private readonly referrals: Referrals,
    private readonly submitReferral: SubmitReferral,
  ) {}

  /**
   * @param version that of the preparation the command was read from
   * @throws ReferralNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when a colleague changed it since
   * @throws ReferralInvalid, ConventionInactive, ReferralAlreadyOpen, IdentityDoubtful
   */
  execute(
    { id, version }: { readonly id: string; readonly version: number },
    command: Omit<SubmitReferralCommand, 'id' | 'isSubmitted'>,
    actor: PersonActor,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async () => {
      // Whoever comes second waits here, and finds the referral made.
      const found = await this.preparations.take(id);
      if (!found) return this.findSent(id);
      if (found.version !== version) throw new ChangedMeanwhile();
      await this.submitReferral.execute({ ...command, id, isSubmitted: true }, actor);
      await this.preparations.remove(id);
    });
  }

  /** @throws ReferralNotFound when nothing of this id was sent by the caller's mission locale */
  assertSent(id: string, actor: PersonActor): Promise<void> {
    return this.unitOfWork.run(actor, () => this.findSent(id));
  }

  private async findSent(id: string): Promise<void> {
    const [sent] = await this.referrals.byIds([id]);
    if (!sent) throw new ReferralNotFound();
  }
}
