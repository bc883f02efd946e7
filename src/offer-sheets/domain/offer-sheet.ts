import type { Instant, LocalDate } from '../../kernel/index.js';

/** A coming incorporation, as a unit announces it. */
export interface ComingIncorporation {
  readonly on: LocalDate;
  readonly place: string;
  /** How many it takes; null when the unit does not say. */
  readonly places: number | null;
}

/** What a sheet says: of the unit, and of nobody. */
export interface SheetContent {
  /** Vocational tracks, one a line. */
  readonly tracks: readonly string[];
  /** What it takes to be taken, one a line. */
  readonly conditions: readonly string[];
  /** A service, never a person. */
  readonly contactService: string;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
  /** By their day. */
  readonly incorporations: readonly ComingIncorporation[];
}

export const SHEET_STATES = ['published', 'replaced'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** One version of what a unit offers (F02); published as a whole, then replaced by the next. */
export interface OfferSheet extends SheetContent {
  readonly id: string;
  readonly unitId: string;
  /** From 1, within the unit. */
  readonly number: number;
  readonly state: SheetState;
  readonly publishedAt: Instant;
  readonly replacedAt: Instant | null;
}
