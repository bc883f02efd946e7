import type { Actor, AsOf, Confirmation, Instant, LocalDate } from '../../kernel/index.js';
import type { ReplacedOutcome } from '../../referrals/index.js';
import type { Candidacy, CandidacyState, MedicalConclusion } from '../domain/candidacy.js';
import type { Origin } from '../domain/code-lists.js';
import type { CandidacyChange } from '../domain/decide-candidacy.js';
import type { CandidacyAct } from '../domain/redo-act.js';

/** A file the unit starts: for a referral just received, or for someone who applied directly. */
export interface CandidacyOpening {
  readonly after: Candidacy;
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
}

/** Marks of what files said last, by candidacy: what is written without one is to be judged anew. */
export type SaidMarks = ReadonlyMap<Candidacy['id'], string>;

/** The two names by which a row speaks of a candidacy. */
export interface SaidKey {
  readonly fileNumber: string;
  readonly reference: string | null;
}

/** A record on which a file left its mark, with all that its meaning depends on (ADR 0029). */
export interface LastSaid {
  /** Place of its key among those asked; several records at one place share a reference. */
  readonly at: number;
  readonly candidacyId: string;
  readonly missionLocaleId: string | null;
  readonly version: number;
  readonly asOf: AsOf | null;
  readonly mark: string;
  readonly personId: string;
  readonly personVersion: number;
  readonly referralId: string | null;
  /** The referral of the reference, if it is known, and when it was made. */
  readonly namedReferralId: string | null;
  readonly referredOn: LocalDate | null;
}

/** Candidacies as records to decide on. Set-based; only inside a unit of work. */
export abstract class Candidacies {
  abstract byIds(ids: readonly string[]): Promise<Candidacy[]>;
  abstract ofReferrals(referralIds: readonly string[]): Promise<Candidacy[]>;
  /** By the unit's own file number, in the unit whose scope is open. */
  abstract byUnitFileNumbers(unitId: string, numbers: readonly string[]): Promise<Candidacy[]>;
  /** @throws UnitFileNumberTaken */
  abstract openAll(openings: readonly CandidacyOpening[]): Promise<void>;
  /**
   * Writes records and history together.
   * @throws ChangedMeanwhile when one was changed since it was read
   * @throws UnitFileNumberTaken
   */
  abstract saveAll(changes: readonly CandidacyChange[], marks?: SaidMarks): Promise<void>;
  /** A more recent row said the same: only the reference dates move, and the marks when they are given. */
  abstract confirmAll(confirmations: readonly Confirmation[], marks?: SaidMarks): Promise<void>;
  /**
   * The records of these keys on which a file left its mark, of people of whom no human of the unit ever
   * said who they are. Far cheaper than reading records, referrals and people.
   */
  abstract lastSaid(unitId: string, keys: readonly SaidKey[]): Promise<LastSaid[]>;
  /** What people and programs of the unit did to them other than by file, oldest first. */
  abstract actsOn(candidacyIds: readonly string[]): Promise<CandidacyAct[]>;
  /** Where the unit was with each before it was closed with its referral. */
  abstract beforeClosing(
    candidacyIds: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<Candidacy, 'state' | 'stateOn'>>>;
}

/** A conclusion to keep apart. */
export interface ConclusionToSeal {
  readonly candidacy: Candidacy;
  readonly conclusion: MedicalConclusion;
  readonly actor: Actor;
}

/** A conclusion once sealed, and when. */
export interface SealedConclusion {
  readonly candidacyId: string;
  readonly conclusion: MedicalConclusion;
  readonly recordedAt: Instant;
}

/** Medical conclusions, sealed in a table of their own (PRV-01…03). */
export abstract class MedicalConclusions {
  /** Under the scope of the unit, which may write and never read. */
  abstract sealAll(conclusions: readonly ConclusionToSeal[]): Promise<void>;
  /** Latest conclusion of each candidacy; only under the medical lens. */
  abstract latestOf(candidacyIds: readonly string[]): Promise<Map<string, MedicalConclusion>>;
  /** All of them, oldest first; only under the medical lens. */
  abstract allOf(candidacyIds: readonly string[]): Promise<SealedConclusion[]>;
  /**
   * From when somebody may be seen again, by the latest conclusion of each candidacy, which stays sealed;
   * absent where it says no day. Only under the medical lens.
   */
  abstract daysOf(candidacyIds: readonly string[]): Promise<Map<string, LocalDate>>;
}

/** Filters of a list of candidacies; all optional, all combined. */
export interface CandidacyFilter {
  readonly states?: readonly CandidacyState[];
  readonly reference?: string;
  readonly unitFileNumber?: string;
  readonly missionLocaleId?: string;
  readonly origin?: string;
}

/** A candidacy as listed or opened. */
export interface CandidacySummary {
  readonly candidacy: Candidacy;
  readonly reference: string | null;
  readonly createdAt: Instant;
}

/** One line of the history of a file. */
export interface CandidacyEvent {
  readonly command: string;
  /** Null for the opening of the file. */
  readonly from: CandidacyState | null;
  readonly to: CandidacyState;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly organisationId: string | null;
  readonly channel: string;
  readonly isCorrection: boolean;
  /** The outcome that the act replaced; never a conclusion. */
  readonly replacedOutcome: ReplacedOutcome | null;
}

/** Reads for lists and pages. Only inside a unit of work. */
export abstract class CandidacyQueries {
  abstract page(
    filter: CandidacyFilter,
    limit: number,
    after: { createdAt: Instant; id: string } | null,
  ): Promise<{ items: CandidacySummary[]; total: number }>;
  abstract one(id: string): Promise<CandidacySummary | null>;
  /** What was done with a file, oldest first. */
  abstract history(id: string): Promise<CandidacyEvent[]>;
  /** What was done last with a file, and by which account or program. */
  abstract lastAct(id: string): Promise<{ command: string; actorId: string } | null>;
}

/** A day on which candidates were convoked, some of whom wait for their outcome. */
export interface ConvocationDay {
  readonly on: LocalDate;
  readonly waiting: number;
}

/** A part of a list. */
export interface Range {
  readonly limit: number;
  readonly offset: number;
}

/** The candidates of a unit by the day of their convocation. Only inside a unit of work. */
export abstract class Convocations {
  /** The days on which some wait for an outcome, the oldest first. */
  abstract waiting(range: Range): Promise<{ days: ConvocationDay[]; total: number }>;
  /** Who was convoked that day, decided or not, by name: the pages do not move while one decides. */
  abstract of(
    day: LocalDate,
    range: Range,
  ): Promise<{ items: CandidacySummary[]; total: number; waiting: number }>;
  /** Files by their ids, in no order; those of others are absent. */
  abstract byIds(ids: readonly string[]): Promise<CandidacySummary[]>;
}

/** What a unit looks for among its files; all optional, all combined. */
export interface WorklistFilter {
  /** Words of the young person's name, folded: each must be in the surname or the first name. */
  readonly nameWords?: readonly string[];
  /** Number of the unit's file, or reference of the referral. */
  readonly number?: string;
  readonly missionLocaleId?: string;
  readonly origin?: Origin;
  /** Those that owe an answer to a referral sent that day at the latest. */
  readonly unansweredSince?: LocalDate;
}

/** How a worklist is sorted: who waits longest first, or by name. */
export interface WorklistOrder {
  readonly by: 'waiting' | 'name';
  readonly isDescending: boolean;
}

/** The worklist of a unit. Only inside a unit of work. */
export abstract class UnitWorklist {
  /** How many files are in each state, by the condition of the list itself. */
  abstract counts(filter: WorklistFilter): Promise<ReadonlyMap<CandidacyState, number>>;
  abstract page(
    filter: WorklistFilter,
    states: readonly CandidacyState[],
    order: WorklistOrder,
    range: Range,
  ): Promise<CandidacySummary[]>;
}
