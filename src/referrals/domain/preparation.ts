import type { Instant } from '../../kernel/index.js';

/**
 * What an adviser typed of a referral that is not ready yet: kept as typed, complete or not, seen by
 * the own mission locale only. The referral that comes of it takes its id, so that sending it twice
 * sends it once.
 */
export interface Preparation {
  readonly id: string;
  readonly missionLocaleId: string;
  /** Account that began it. */
  readonly adviserId: string;
  /** By the names of the form's fields. */
  readonly typed: Readonly<Record<string, string>>;
  readonly version: number;
  readonly updatedAt: Instant;
}

/** Days after which what nobody came back to is forgotten. */
export const DAYS_KEPT = 60;
