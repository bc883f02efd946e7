import type { Confirmation, Instant, LocalDate } from '../../kernel/index.js';
import type { ReturnChange } from '../domain/decide-return.js';
import type { DeadlineOverride } from '../domain/deadline.rules.js';
import type { ReturnAnswer } from '../domain/code-lists.js';
import type { ReturnPast } from '../domain/retell-return.js';
import type {
  SaidAnswer,
  ReturnCause,
  ReturnEpisode,
  ReturnState,
} from '../domain/return-episode.js';
import type { ReturnSection } from '../domain/return-views.rules.js';

/** What names a return in the files of both sides (exchange.md 7.a, the key of SOR). */
export interface ReturnKey {
  readonly unitId: string;
  readonly unitFileNumber: string;
  readonly endsOn: LocalDate;
}

/** A return with the file and the person it is about. */
export interface NamedReturn extends ReturnKey {
  readonly episode: ReturnEpisode;
  readonly candidacyId: string;
  readonly personId: string;
  readonly reference: string | null;
}

/** Returns as records to decide on. Set-based; only inside a unit of work. */
export abstract class Returns {
  abstract byIds(ids: readonly string[]): Promise<ReturnEpisode[]>;
  /** The latest return of each service, the one that is active before any that is over. */
  abstract latestOf(volunteerIds: readonly string[]): Promise<Map<string, ReturnEpisode>>;
  /**
   * Of these returns of the mission locale, those whose young person has another one that goes on, at a
   * mission locale that may not be seen here too: a service has one active return at most.
   */
  abstract goingOnElsewhere(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Those of these keys, also by a day that the unit corrected since: of two exits of one day, the one that
   * is active, else the later.
   */
  abstract named(keys: readonly ReturnKey[]): Promise<NamedReturn[]>;
  /** Those of these ids, with what names them. */
  abstract namesOf(ids: readonly string[]): Promise<NamedReturn[]>;
  /** What was answered last, even when it was taken back since. */
  abstract lastAnswersOf(ids: readonly string[]): Promise<ReadonlyMap<string, SaidAnswer>>;
  /** What the history holds of returns, but for what files said. */
  abstract pastOf(ids: readonly string[]): Promise<ReturnPast>;
  /** Later rows said what is on record: only the reference date moves. */
  abstract confirmAll(confirmed: readonly Confirmation[]): Promise<void>;
  /** Returns of a mission locale whose silence has to climb by a day. */
  abstract climbingBy(today: LocalDate): Promise<ReturnEpisode[]>;
  /** Services of a unit that end by a day, for which no return is active. */
  abstract unpreparedBy(unitId: string, lastDay: LocalDate): Promise<string[]>;
  /**
   * Writes records and history together; a change without a `before` begins a return.
   * @throws ChangedMeanwhile when one was changed since it was read
   */
  abstract saveAll(changes: readonly ReturnChange[]): Promise<void>;
}

/** The lengths set otherwise than shipped. Small and public; read inside any unit of work. */
export abstract class DeadlineOverrides {
  abstract all(): Promise<readonly DeadlineOverride[]>;
  /**
   * Adds lengths and replaces the known ones, found by rule, place and first day; in the technical scope,
   * after `OrganisationRegister.lock`.
   */
  abstract saveAll(overrides: readonly DeadlineOverride[]): Promise<void>;
}

/** Filters of a list of returns; all optional, all combined. */
export interface ReturnFilter {
  readonly states?: readonly ReturnState[];
  readonly missionLocaleId?: string;
  readonly unitId?: string;
  readonly volunteerId?: string;
  /** Of all files of this person, those that came from elsewhere included. */
  readonly personId?: string;
  readonly reference?: string;
  /** Due before this day, and not done. */
  readonly lateOn?: LocalDate;
}

/** A return as listed or opened. */
export interface ReturnSummary {
  readonly episode: ReturnEpisode;
  readonly personId: string;
  readonly reference: string | null;
  readonly unitFileNumber: string | null;
  /** When the mission locale last did something; null when it never did. */
  readonly missionLocaleActedAt: Instant | null;
  readonly createdAt: Instant;
}

/** One line of the history of a return. */
export interface ReturnEvent {
  readonly command: string;
  /** Null for the beginning. */
  readonly from: ReturnState | null;
  readonly to: ReturnState;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly organisationId: string | null;
  readonly channel: string;
  readonly answer: ReturnAnswer | null;
  readonly contactedOn: LocalDate | null;
  readonly cause: ReturnCause | null;
  readonly endsOn: LocalDate;
}

/** A part of a list. */
export interface Range {
  readonly limit: number;
  readonly offset: number;
}

/** Reads for lists and pages. Only inside a unit of work. */
export abstract class ReturnQueries {
  abstract page(
    filter: ReturnFilter,
    limit: number,
    after: { createdAt: Instant; id: string } | null,
  ): Promise<{ items: ReturnSummary[]; total: number }>;
  abstract one(id: string): Promise<ReturnSummary | null>;
  /** What was done with a return, oldest first. */
  abstract history(id: string): Promise<ReturnEvent[]>;
}

/** Who looks at the worklist, on which day of theirs. */
export interface ReturnReader {
  readonly today: LocalDate;
  /** The account whose unread marks count: of a unit. Null for a mission locale. */
  readonly readerId: string | null;
}

/** The worklist. Only inside a unit of work. */
export abstract class ReturnWorklist {
  /** How many returns are in each view, by the condition of the list itself. */
  abstract counts(reader: ReturnReader): Promise<Readonly<Record<ReturnSection, number>>>;
  /** A page of a view: minors first, then who has waited longest past the date. */
  abstract page(view: ReturnSection, reader: ReturnReader, range: Range): Promise<ReturnSummary[]>;
}

/** What each person of a unit has read of what the missions locales did. Only inside a unit of work. */
export abstract class ReadMarks {
  /** Of these returns, those in which something was done since the reader last opened them. */
  abstract unread(ids: readonly string[], readerId: string): Promise<ReadonlySet<string>>;
  abstract mark(episode: ReturnEpisode, readerId: string): Promise<void>;
}
