import type { Actor, Instant } from '../../kernel/index.js';
import type { OfferSheet } from '../domain/offer-sheet.js';

/** The place of a sheet in the list of the API. */
export interface SheetPosition {
  readonly at: Instant;
  readonly id: string;
}

/** What a list is asked for; all optional, all combined. */
export interface SheetFilter {
  readonly unitId?: string;
  readonly territory?: string;
}

/** Sheets: everybody reads those in force, a unit reads all of its own. */
export abstract class OfferSheets {
  abstract byId(id: string): Promise<OfferSheet | null>;
  /** In force, the latest published first. */
  abstract page(
    filter: SheetFilter,
    limit: number,
    after: SheetPosition | null,
  ): Promise<{ items: OfferSheet[]; total: number }>;
  /** Every version of a unit that the caller may read, the latest first. */
  abstract versionsOf(unitId: string): Promise<OfferSheet[]>;
  /**
   * Publishes a sheet in place of the one in force.
   * @throws ChangedMeanwhile when another was published at the same moment
   */
  abstract publish(sheet: OfferSheet, replaced: OfferSheet | null, actor: Actor): Promise<void>;
}
