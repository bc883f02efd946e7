import type { Instant } from '../../kernel/index.js';
import type { DirectChange } from '../domain/decide-direct.js';
import type { DirectApplicant, DirectState } from '../domain/direct-applicant.js';

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

/** Where a page of the list starts: after this applicant. */
export interface DirectPosition {
  readonly at: Instant;
  readonly id: string;
}

/** Direct applicants as records and lists. Only inside a unit of work. */
export abstract class DirectApplicants {
  abstract byId(id: string): Promise<ListedApplicant | undefined>;
  /**
   * Writes record and history together.
   * @throws ChangedMeanwhile when one changed since it was read
   * @throws DirectApplicantKnown when the unit has this number already
   */
  abstract save(change: DirectChange): Promise<void>;
  /** The latest first, and how many in all by the same condition. */
  abstract page(
    filter: DirectFilter,
    limit: number,
    after: DirectPosition | null,
  ): Promise<{ items: ListedApplicant[]; total: number }>;
}
