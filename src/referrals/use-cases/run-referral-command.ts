import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, Clock, localDateIn, UnitOfWork } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import {
  ConventionInactive,
  ReferralAlreadyOpen,
  ReferralCommandRefused,
  ReferralNotFound,
} from '../domain/errors.js';
import type { Referral } from '../domain/referral.js';
import { Referrals, type ReferralChange } from './ports.js';
import { ReferYoungPeople } from './refer-young-people.js';
import { decideReferral } from './referral-changes.js';
import { WithdrawReferrals } from './withdraw-referrals.js';

/** Commands of the mission locale on its own referral. */
export const OWNER_COMMANDS = ['submit', 'withdraw', 'lapse'] as const;
export type OwnerCommand = (typeof OWNER_COMMANDS)[number];

/** Submits a draft, withdraws a referral, or says that it stays without an answer. */
@Injectable()
export class RunReferralCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly referrals: Referrals,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: WithdrawReferrals,
    private readonly referYoungPeople: ReferYoungPeople,
    private readonly clock: Clock,
  ) {}

  /**
   * @param expectedVersion version of the referral that was read before deciding; any other is refused
   * @throws ReferralNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the referral is no longer the version that was read
   * @throws ReferralCommandRefused when the life-cycle forbids it now
   */
  async execute(
    id: string,
    command: OwnerCommand,
    actor: Actor,
    expectedVersion?: number,
  ): Promise<Referral> {
    return this.unitOfWork.run(actor, async () => {
      const [referral] = await this.referrals.byIds([id]);
      if (!referral) throw new ReferralNotFound();
      const isAsRead = expectedVersion === undefined || expectedVersion === referral.version;
      if (!isAsRead) throw new ChangedMeanwhile();
      const today = await this.today(referral.missionLocaleId);
      if (command === 'submit') await this.checkSubmission(referral, today);
      const change = this.decide(referral, command, actor, today);
      await this.changes.writeAll([change]);
      if (command === 'submit') await this.referYoungPeople.handOver([change]);
      return change.after;
    });
  }

  private decide(
    referral: Referral,
    command: OwnerCommand,
    actor: Actor,
    today: LocalDate,
  ): ReferralChange {
    const writes = command === 'submit' ? { referredOn: today, submittedAt: this.clock.now() } : {};
    const decision = decideReferral({ referral, command, actor, effectiveOn: today, writes });
    if (!decision.ok) throw new ReferralCommandRefused(command, referral.state);
    return decision.change;
  }

  private async checkSubmission(referral: Referral, today: LocalDate): Promise<void> {
    const open = await this.referrals.openOf([referral.personId]);
    const existing = open.find(({ id }) => id !== referral.id);
    if (existing) throw new ReferralAlreadyOpen(existing);
    const { missionLocaleId, unitId } = referral;
    const link = await this.organisations.conventionBetween(missionLocaleId, unitId, today);
    if (!link) throw new ConventionInactive();
  }

  private async today(missionLocaleId: string): Promise<LocalDate> {
    const missionLocale = await this.organisations.byId(missionLocaleId);
    if (!missionLocale) throw new ReferralNotFound();
    return localDateIn(this.clock.now(), missionLocale.timeZone);
  }
}
