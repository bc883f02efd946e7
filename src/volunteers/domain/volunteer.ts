import type { AsOf, LocalDate, Month } from '../../kernel/index.js';
import type { Certification, ExitReason, ExitSituation } from './code-lists.js';

/** A medical discharge: the conclusion only, sealed with those of the candidacy (domain.md 3.3). */
export const MEDICAL_EXIT = 'INAPTITUDE_EN_COURS' as const;

/** What is sealed of a medical discharge: the same conclusion as an unfitness found before. */
export const EXIT_CONCLUSION = { code: 'INAPTE_DEFINITIF', reexaminationOn: null } as const;

/** Kind of contract; the labels are those of the referral (domain.md 1.2). */
export type VolunteerType = 'VS' | 'VT' | 'VE';

/** School level by the unit's own test; the labels are those of the outcome (domain.md 3.4). */
export type LevelAtExit = 'ILLETTRISME' | 'TRES_FAIBLE' | 'MEDIOCRE' | 'EFFICACE' | 'NON_EVALUE';

/** States of a service (domain.md 3.1, 4.1): the first two wait for another day of incorporation. */
export const VOLUNTEER_STATES = ['postponed', 'absent', 'in-service', 'exited'] as const;
export type VolunteerState = (typeof VOLUNTEER_STATES)[number];

/** How a service ended (flow SOR). A medical reason is never here: it is sealed apart (PRV-01). */
export interface Exit {
  readonly exitedOn: LocalDate;
  /** True when the unit told the mission locale before the day of the exit. */
  readonly isAnnounced: boolean;
  readonly reason: RecordedExitReason;
  readonly situation: ExitSituation;
  /** Whether the young person wants to be accompanied by the mission locale. */
  readonly wantsSupport: boolean;
  readonly certifications: readonly Certification[];
  readonly assessedLevel: LevelAtExit | null;
}

/** The reasons that a record may hold: a medical one reads like any other (interface.md 0.3). */
export type RecordedExitReason = Exclude<ExitReason, typeof MEDICAL_EXIT>;

/** What the unit said of one month of service (flow CEU): never why someone was away. */
export interface Presence {
  readonly month: Month;
  readonly isInService: boolean;
  readonly isLongAbsent: boolean;
}

/** One young person's service in one unit, from the day of incorporation on (F10 to F13). */
export interface Volunteer {
  readonly id: string;
  readonly unitId: string;
  /** Null for someone who applied directly: no mission locale is known yet. */
  readonly missionLocaleId: string | null;
  readonly referralId: string | null;
  readonly candidacyId: string;
  readonly personId: string;
  readonly personOwnerId: string;
  readonly volunteerType: VolunteerType;
  readonly track: string | null;
  readonly site: string | null;
  readonly state: VolunteerState;
  /** Civil day, in the unit's zone, since which it is in that state. */
  readonly stateOn: LocalDate;
  /** Day of incorporation; while postponed, the day to come, or null when it is not known. */
  readonly incorporatedOn: LocalDate | null;
  readonly plannedEndOn: LocalDate | null;
  /** The latest month the unit spoke of. */
  readonly presence: Presence | null;
  readonly exit: Exit | null;
  readonly asOf: AsOf | null;
  readonly version: number;
}

/** What the record may hold of a reason. */
export function recordedReason(reason: ExitReason): RecordedExitReason {
  return reason === MEDICAL_EXIT ? 'AUTRE' : reason;
}
