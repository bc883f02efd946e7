import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import { SupportFollower, type Referral, type ReferralChange } from '../../referrals/index.js';
import type { ContractChange } from '../domain/decide-contract.js';
import { followReferral, type ToldContract } from '../domain/follow-referral.js';
import { ContractChanges } from './contract-changes.js';
import { Contracts } from './ports.js';

/** The CEJ that a referral tells is on file in the same transaction, whatever the door of the referral. */
@Injectable()
export class FollowReferrals extends SupportFollower {
  constructor(
    private readonly contracts: Contracts,
    private readonly changes: ContractChanges,
    private readonly ids: Ids,
  ) {
    super();
  }

  override async follow(written: readonly ReferralChange[]): Promise<void> {
    for (const round of roundsOf(written.flatMap(toldBy))) await this.record(round);
  }

  private async record(told: readonly ToldContract[]): Promise<void> {
    const known = await this.contracts.ofSamePeople(told.map(({ personId }) => personId));
    const changes = told.flatMap((one): ContractChange[] => {
      const change = followReferral(one, known.get(one.personId) ?? [], this.ids.uuid());
      return change ? [change] : [];
    });
    await this.changes.write(changes);
  }
}

/** What a change of a referral says of a CEJ, when it says something new. */
function toldBy({ before, after, actor, effectiveOn }: ReferralChange): ToldContract[] {
  const { support, cejStartsOn: startsOn, cejEndsOn: plannedEndOn } = after;
  const isOwn = actor.organisation?.kind === 'mission-locale';
  if (!isOwn || after.state === 'draft' || support !== 'CEJ') return [];
  if (!startsOn || !plannedEndOn || isSaidAlready(before, after)) return [];
  const asOf = after.asOf ?? { on: after.referredOn ?? effectiveOn, sequence: 0, line: 0 };
  const { id: referralId, missionLocaleId, personId } = after;
  return [
    { referralId, missionLocaleId, personId, startsOn, plannedEndOn, asOf, effectiveOn, actor },
  ];
}

function isSaidAlready(before: Referral | null, after: Referral): boolean {
  return (
    before !== null &&
    before.state !== 'draft' &&
    before.support === after.support &&
    before.cejStartsOn === after.cejStartsOn &&
    before.cejEndsOn === after.cejEndsOn
  );
}

/** Each young person once a round: what one referral told is known to the next. */
function roundsOf(told: readonly ToldContract[]): ToldContract[][] {
  const rounds: ToldContract[][] = [];
  const turns = new Map<string, number>();
  for (const one of told) {
    const turn = turns.get(one.personId) ?? 0;
    turns.set(one.personId, turn + 1);
    (rounds[turn] ??= []).push(one);
  }
  return rounds;
}
