import { Injectable } from '@nestjs/common';
import type { Actor, LocalDate } from '../../kernel/index.js';
import type { Referral } from '../domain/referral.js';
import { rungOn } from '../domain/silence.rules.js';
import type { ReferralChange } from './ports.js';
import { decideReferral } from './referral-changes.js';
import { SilenceDeadlines } from './silence-ports.js';

/** A referral about to be sent beside one that waits. */
export interface NextReferral {
  readonly unitId: string;
  readonly on: LocalDate;
  readonly actor: Actor;
}

/** Lets a mission locale refer elsewhere whom a unit leaves without an answer; inside a unit of work. */
@Injectable()
export class FreeReferrers {
  constructor(private readonly deadlines: SilenceDeadlines) {}

  /**
   * Of referrals that wait, what makes room for the next one: a silence that reached its last rung is said
   * to be one, and stays open to a late answer. Null while the unit is in time, or is the one to be asked
   * again.
   */
  async from(
    waiting: readonly Referral[],
  ): Promise<(existing: Referral, next: NextReferral) => ReferralChange | null> {
    const stepsOf = await this.deadlines.of(waiting);
    return (existing, { unitId, on, actor }) => {
      const steps = stepsOf(existing);
      const isFreed = steps !== null && rungOn(existing, steps, on) === 'freed';
      if (!isFreed || existing.unitId === unitId) return null;
      const decision = decideReferral({
        ...{ referral: existing, command: 'lapse', actor, effectiveOn: on, writes: {} },
      });
      return decision.ok ? decision.change : null;
    };
  }
}
