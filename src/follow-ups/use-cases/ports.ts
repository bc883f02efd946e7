import type { Instant, LocalDate } from '../../kernel/index.js';
import type { FollowUpSource, Milestone } from '../domain/code-lists.js';
import type { AskedService, FollowUpChange } from '../domain/decide-answer.js';
import type { FollowUp } from '../domain/follow-up.js';
import type { FollowUpState } from '../domain/milestone.rules.js';
import type { FollowUpAct } from '../domain/restate-answer.js';
import type { ResponseRate } from '../domain/response-rate.rules.js';

/** What names an exit in the files of both sides. */
export interface ExitKey {
  readonly unitId: string;
  readonly unitFileNumber: string | null;
  readonly endsOn: LocalDate;
}

/** A service that ended, with the file and the person it is about. */
export interface NamedExit extends ExitKey {
  readonly service: AskedService;
  readonly candidacyId: string;
  readonly personId: string;
  readonly reference: string | null;
}

/** Answers as records to decide on. Set-based; only inside a unit of work. */
export abstract class FollowUps {
  /** All the answers of these services. */
  abstract ofServices(volunteerIds: readonly string[]): Promise<FollowUp[]>;
  abstract byIds(ids: readonly string[]): Promise<FollowUp[]>;
  /** What was answered on pages and by the API, oldest first; for the mission locale alone. */
  abstract actsOn(volunteerIds: readonly string[]): Promise<FollowUpAct[]>;
  /** Exits that took effect, of whom a mission locale follows, by their keys. */
  abstract exitsNamed(keys: readonly ExitKey[]): Promise<NamedExit[]>;
  /** The same by service. */
  abstract exitsOf(volunteerIds: readonly string[]): Promise<NamedExit[]>;
  /**
   * Writes records and history together.
   * @throws ChangedMeanwhile when one was answered or corrected since it was read
   */
  abstract saveAll(changes: readonly FollowUpChange[]): Promise<void>;
}

/** Filters of a list of milestones; all optional, all combined. */
export interface FollowUpFilter {
  readonly milestone?: Milestone;
  readonly state?: FollowUpState;
  readonly volunteerId?: string;
  readonly reference?: string;
}

/** One milestone of somebody who left, on the day of its mission locale. */
export interface FollowUpSummary {
  readonly volunteerId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly missionLocaleId: string;
  readonly reference: string | null;
  readonly unitFileNumber: string | null;
  readonly exitedOn: LocalDate;
  readonly exitSituation: string | null;
  readonly milestone: Milestone;
  /** Today where the mission locale is. */
  readonly today: LocalDate;
  /** What is on file, whether it counts or not. */
  readonly answer: FollowUp | null;
}

/** Where a page of the list starts: after this milestone. */
export interface FollowUpPosition {
  readonly dueOn: LocalDate;
  readonly volunteerId: string;
  readonly milestone: string;
}

/** One line of the history of an answer. */
export interface FollowUpEvent {
  readonly command: string;
  readonly situation: string;
  readonly situationStartedOn: LocalDate | null;
  readonly source: FollowUpSource;
  /** The day of which it was said. */
  readonly effectiveOn: LocalDate;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly organisationId: string | null;
  readonly channel: string;
}

/** A part of a list. */
export interface Range {
  readonly limit: number;
  readonly offset: number;
}

/** Reads for lists and pages, as things stand at an instant. Only inside a unit of work. */
export abstract class FollowUpQueries {
  /** The latest milestones first. */
  abstract page(
    filter: FollowUpFilter,
    at: Instant,
    limit: number,
    after: FollowUpPosition | null,
  ): Promise<{ items: FollowUpSummary[]; total: number }>;
  /** The milestones of one exit, in their order; none while nobody left. */
  abstract ofService(volunteerId: string, at: Instant): Promise<FollowUpSummary[]>;
  /** What was said of a milestone, oldest first; for the mission locale alone. */
  abstract history(followUpId: string): Promise<FollowUpEvent[]>;
  /** How many are in each state, by the condition of the list itself. */
  abstract counts(at: Instant): Promise<Readonly<Record<FollowUpState, number>>>;
  /** A page of one state: those whose window closes first come first, what is over the latest first. */
  abstract inState(state: FollowUpState, at: Instant, range: Range): Promise<FollowUpSummary[]>;
  /** The response rate of each milestone, in their order. */
  abstract rates(at: Instant): Promise<ResponseRate[]>;
}
