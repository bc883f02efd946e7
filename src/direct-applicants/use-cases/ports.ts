import type { AsOf, Instant, LocalDate } from '../../kernel/index.js';
import type { DirectChange } from '../domain/decide-direct.js';
import type { DirectCommand } from '../domain/direct-applicant.machine.js';
import type { Retraction } from '../domain/retraction.rules.js';
import type { DirectAnswer, DirectApplicant, DirectState } from '../domain/direct-applicant.js';

/** Filters of a list of direct applicants; all optional, all combined. */
export interface DirectFilter {
  readonly state?: DirectState;
  readonly unitFileNumber?: string;
}

/** A direct applicant of a list, with what orders it. */
export interface ListedApplicant {
  readonly applicant: DirectApplicant;
  readonly createdAt: Instant;
}

/** What names an applicant in the files of both sides (exchange.md 7.a, key of DIR). */
export interface ApplicantKey {
  readonly unitId: string;
  readonly unitFileNumber: string;
}

/** One thing done, as it counts among what files say. */
export interface DirectAct {
  readonly applicantId: string;
  readonly command: DirectCommand;
  readonly answer: DirectAnswer | null;
  /** True when it told the present mission locale, of somebody whom nobody had in hand. */
  readonly isPlacing: boolean;
  readonly asOf: AsOf;
}

/** Somebody to invite by mail. */
export interface MailedInvitation {
  readonly id: string;
  readonly email: string;
  readonly missionLocaleId: string;
}

/** How many applicants stand in each state. */
export type DirectCounts = Readonly<Partial<Record<DirectState, number>>>;

/** Where a page of the list starts: after this applicant. */
export interface DirectPosition {
  readonly at: Instant;
  readonly id: string;
}

/** Direct applicants as records and lists. Only inside a unit of work. */
export abstract class DirectApplicants {
  abstract byId(id: string): Promise<ListedApplicant | undefined>;
  abstract byIds(ids: readonly string[]): Promise<DirectApplicant[]>;
  /** Those of units, by the numbers of their files. */
  abstract numbered(keys: readonly ApplicantKey[]): Promise<DirectApplicant[]>;
  /** What was done while each was with its present mission locale, in order; files of that one left out. */
  abstract actsOn(ids: readonly string[]): Promise<DirectAct[]>;
  /**
   * Writes records and history together, in order, with what is taken from who read them.
   * @throws ChangedMeanwhile when one changed since it was read
   * @throws DirectApplicantKnown when the unit has this number already
   */
  abstract saveAll(changes: readonly DirectChange[]): Promise<void>;
  /** Those of the reader's retractions that are about these applicants. */
  abstract retractions(ids: readonly string[]): Promise<Retraction[]>;
  /** One page of those in a state, what is due first. */
  abstract sheet(state: DirectState, limit: number, offset: number): Promise<ListedApplicant[]>;
  /** Those of a unit who were invited on a day at the latest and are not withdrawn. */
  abstract invitedUntil(unitId: string, on: LocalDate): Promise<DirectApplicant[]>;
  /** Those of a unit who left an address and were not written to of this mission locale: they now are. */
  abstract takeUnmailed(unitId: string, since: LocalDate): Promise<MailedInvitation[]>;
  /** The message did not leave. */
  abstract unmail(id: string): Promise<void>;
  /** How many stand in each state; a state without any is left out. */
  abstract counts(): Promise<DirectCounts>;
  /** The latest first, and how many in all by the same condition. */
  abstract page(
    filter: DirectFilter,
    limit: number,
    after: DirectPosition | null,
  ): Promise<{ items: ListedApplicant[]; total: number }>;
}
