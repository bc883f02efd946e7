import type { Instant } from '../../kernel/index.js';
import type { Attendance, CancelReason, UnitPresence } from './code-lists.js';

export const SESSION_STATES = ['planned', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/**
 * A session at which a unit presents itself in a mission locale (F01). The unit knows how many were
 * registered and came, never who: names pass by a referral.
 */
export interface InformationSession {
  readonly id: string;
  readonly missionLocaleId: string;
  readonly unitId: string;
  readonly startsAt: Instant;
  readonly place: string;
  readonly seats: number;
  readonly state: SessionState;
  readonly cancelReason: CancelReason | null;
  /** Null while the unit has not answered. */
  readonly presence: UnitPresence | null;
  /** How many of the unit come; null for a unit that has not answered or sends nobody. */
  readonly staff: number | null;
  readonly registered: number;
  /** Of those registered, how many are known to have come or not. */
  readonly ticked: number;
  readonly attended: number;
  readonly version: number;
}

/** Somebody the mission locale knows, at one session; the mission locale's alone. */
export interface Registration {
  readonly personId: string;
  readonly attendance: Attendance | null;
}
