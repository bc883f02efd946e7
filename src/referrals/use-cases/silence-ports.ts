import type { LocalDate } from '../../kernel/index.js';
import type { Referral } from '../domain/referral.js';
import type { SilenceSteps } from '../domain/silence.rules.js';

/** A referral as its days are counted: who sent it, to whom, and when. */
export type SentReferral = Pick<Referral, 'missionLocaleId' | 'unitId' | 'referredOn'>;

/**
 * The days of a silence. Answered by the feature that keeps the deadlines, which is above: each length is
 * data, and may be set otherwise for a territory or an organisation. Only inside a unit of work.
 */
export abstract class SilenceDeadlines {
  /** When each rung begins, of referrals that were sent; null for a draft. */
  abstract of(sent: readonly SentReferral[]): Promise<(one: SentReferral) => SilenceSteps | null>;
  /**
   * The last day of transmission of what is on a rung today, or beyond it, in the calendar of one
   * organisation: the unit that is reminded, or the mission locale that is freed.
   */
  abstract reachedBy(
    step: keyof SilenceSteps,
    organisationId: string,
    today: LocalDate,
  ): Promise<LocalDate>;
}
