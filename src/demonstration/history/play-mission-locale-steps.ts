import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import {
  decideReferral,
  ReferralChanges,
  ReferralReception,
  type Referral,
  type ReferralChange,
} from '../../referrals/index.js';
import type { PlannedCase } from './planned-case.js';

/** The step of one rank in the cases of one mission locale, with the referrals as they are. */
export interface MissionLocaleWave {
  readonly cases: readonly PlannedCase[];
  readonly index: number;
  readonly found: readonly Referral[];
  readonly actor: Actor;
}

/** Withdraws referrals, or says that they stay without an answer. In its unit of work. */
@Injectable()
export class PlayMissionLocaleSteps {
  constructor(
    private readonly changes: ReferralChanges,
    private readonly reception: ReferralReception,
  ) {}

  async execute(wave: MissionLocaleWave): Promise<void> {
    const changes = wave.found.flatMap((referral) => changeOf(wave, referral));
    await this.changes.write(changes);
    await this.reception.close(changes.filter(({ command }) => command === 'withdraw'));
  }
}

/** Nothing for a referral that has taken the step already: its state no longer allows it. */
function changeOf(
  { cases, index, actor }: MissionLocaleWave,
  referral: Referral,
): ReferralChange[] {
  const step = cases.find(({ draft }) => draft.id === referral.id)?.steps[index];
  if (step?.side !== 'mission-locale') return [];
  const { command, on } = step;
  const decision = decideReferral({
    referral,
    command,
    actor,
    effectiveOn: on,
    writes: { asOf: { on, sequence: 0, line: 0 } },
  });
  return decision.ok ? [decision.change] : [];
}
