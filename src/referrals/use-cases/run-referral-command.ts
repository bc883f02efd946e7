import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, Clock, localDateIn, UnitOfWork } from '../../kernel/index.js';
import type { Actor, LocalDate } from '../../kernel/index.js';
import { guardianshipIssues, People, type Guardianship } from '../../people/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import {
  ConventionInactive,
  ReferralAlreadyOpen,
  ReferralCommandRefused,
  ReferralInvalid,
  ReferralNotFound,
} from '../domain/errors.js';
import type { Referral } from '../domain/referral.js';
import { FreeReferrers } from './free-referrers.js';
import { Referrals, type ReferralChange } from './ports.js';
import { ReferYoungPeople } from './refer-young-people.js';
import { decideReferral } from './referral-changes.js';
import { WithdrawReferrals } from './withdraw-referrals.js';

/** Commands of the mission locale on its own referral. */
export const OWNER_COMMANDS = ['submit', 'withdraw', 'lapse'] as const;
export type OwnerCommand = (typeof OWNER_COMMANDS)[number];

/** What may come with a command. */
export interface OwnerInput {
  /** Version of the referral that was read before deciding; any other is refused. */
  readonly expectedVersion?: number | undefined;
  /** Who answers for a minor whose draft is sent. */
  readonly guardianship?: Guardianship | null;
}

/** Submits a draft, withdraws a referral, or says that it stays without an answer. */
@Injectable()
export class RunReferralCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly referrals: Referrals,
    private readonly people: People,
    private readonly organisations: OrganisationDirectory,
    private readonly changes: WithdrawReferrals,
    private readonly referYoungPeople: ReferYoungPeople,
    private readonly freeReferrers: FreeReferrers,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ReferralNotFound for an unknown or foreign id
   * @throws ChangedMeanwhile when the referral is no longer the version that was read
   * @throws ReferralCommandRefused when the life-cycle forbids it now
   * @throws ReferralInvalid for the draft of a minor whose guardian did not agree
   */
  async execute(
    id: string,
    command: OwnerCommand,
    actor: Actor,
    { expectedVersion, guardianship = null }: OwnerInput = {},
  ): Promise<Referral> {
    return this.unitOfWork.run(actor, async () => {
      const [referral] = await this.referrals.byIds([id]);
      if (!referral) throw new ReferralNotFound();
      const isAsRead = expectedVersion === undefined || expectedVersion === referral.version;
      if (!isAsRead) throw new ChangedMeanwhile();
      const today = await this.today(referral.missionLocaleId);
      // The life-cycle answers first: what else stands in the way says nothing of a referral long sent.
      const change = this.decide(referral, command, actor, today);
      const freed = command === 'submit' ? await this.makingRoom(referral, actor, today) : null;
      if (command === 'submit') await this.refuseMinor(referral, today, guardianship);
      // One open referral at a time: the former is left before the next begins.
      if (freed) await this.changes.writeAll([freed]);
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

  /** What is said of the referral that a silence leaves behind; null when no other waits. */
  private async makingRoom(
    referral: Referral,
    actor: Actor,
    today: LocalDate,
  ): Promise<ReferralChange | null> {
    const open = await this.referrals.openOf([referral.personId]);
    const existing = open.find(({ id }) => id !== referral.id);
    const { missionLocaleId, unitId } = referral;
    const freeing = await this.freeReferrers.from(open);
    const freed = existing ? freeing(existing, { unitId, on: today, actor }) : null;
    if (existing && !freed) throw new ReferralAlreadyOpen(existing);
    const link = await this.organisations.conventionBetween(missionLocaleId, unitId, today);
    if (!link) throw new ConventionInactive();
    return freed;
  }

  /** A draft says nothing of who answers for a minor: it is asked when it is sent (PRV-05). */
  private async refuseMinor(
    { personId }: Referral,
    today: LocalDate,
    guardianship: Guardianship | null,
  ): Promise<void> {
    const [person] = await this.people.byIds([personId]);
    if (!person) throw new ReferralNotFound();
    const issues = guardianshipIssues(person.identity.birthDate, today, guardianship);
    if (issues.length > 0) throw new ReferralInvalid(issues);
  }

  private async today(missionLocaleId: string): Promise<LocalDate> {
    const missionLocale = await this.organisations.byId(missionLocaleId);
    if (!missionLocale) throw new ReferralNotFound();
    return localDateIn(this.clock.now(), missionLocale.timeZone);
  }
}
