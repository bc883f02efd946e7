import type { Actor, Confirmation, Instant, LocalDate } from '../../kernel/index.js';
import type { OpeningReason } from '../domain/code-lists.js';
import type { Preparation } from '../domain/preparation.js';
import type { Referral, ReferralOutcome, ReferralState } from '../domain/referral.js';
import type { ReferralAct } from '../domain/referral-act.js';
import type { ReferralCommand } from '../domain/referral.machine.js';
import type { ReplacedOutcome } from '../domain/replaced-outcome.js';
import type { KeptDays, WorklistDays, WorklistView } from '../domain/worklist.rules.js';

/** One command that passed: what the referral was, what it becomes, and who did it. */
export interface ReferralChange {
  readonly before: Referral | null;
  readonly after: Referral;
  /** Null when only details change. */
  readonly command: ReferralCommand | null;
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
  /** True when it changes what was said before, rather than tells what came after. */
  readonly isCorrection?: boolean;
}

/** Referrals as records to decide on. Set-based; only inside a unit of work. */
export abstract class Referrals {
  abstract byIds(ids: readonly string[]): Promise<Referral[]>;
  /** Among those the scope sees: a unit may get several missions locales' with one reference. */
  abstract byReferences(references: readonly string[]): Promise<Referral[]>;
  /** Open referrals of these people. */
  abstract openOf(personIds: readonly string[]): Promise<Referral[]>;
  /**
   * Writes records and history together. An answer of the unit that would open again the referral of
   * someone referred elsewhere in between leaves that referral as it is.
   * @returns the changes that were written
   * @throws ChangedMeanwhile when one was changed since it was read
   * @throws ReferralAlreadyOpen when another open one of the same person slipped in
   */
  abstract saveAll(changes: readonly ReferralChange[]): Promise<readonly ReferralChange[]>;
  /** A more recent row said the same: only the reference dates move. */
  abstract confirmAll(confirmations: readonly Confirmation[]): Promise<void>;
  /** What the mission locale did to them other than by file, oldest first. */
  abstract actsOn(referralIds: readonly string[]): Promise<ReferralAct[]>;
  /** The state in which each was last withdrawn. */
  abstract statesBeforeWithdrawal(
    referralIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReferralState>>;
}

/** What follows, on the unit's side, from what the mission locale does. */
export abstract class ReferralReception {
  /** The unit's files are opened together with the referrals. */
  abstract open(submitted: readonly ReferralChange[]): Promise<void>;
  /** The unit's files are closed because the referrals were withdrawn. */
  abstract close(withdrawn: readonly ReferralChange[]): Promise<void>;
  /** The unit's files are as they were, because the withdrawals were taken back. */
  abstract reopen(restated: readonly ReferralChange[]): Promise<void>;
}

/** What follows, on the mission locale's own side, from the support scheme that a referral tells. */
export abstract class SupportFollower {
  /** In the same unit of work, whatever the door; what says nothing new changes nothing. Set-based. */
  abstract follow(written: readonly ReferralChange[]): Promise<void>;
}

/** Shows the true outcome of one file to those who may read it, each opening audited. */
export abstract class OutcomeDisclosure {
  /** The outcome as `actor` may read it on the file's own page. */
  abstract disclose(
    summary: ReferralSummary,
    actor: Actor,
    reason: OpeningReason | null,
  ): Promise<ReferralOutcome | null>;
}

/** A referral whose answer is masked, as far as it takes to say whom its kept day is told to. */
export interface MaskedReferral {
  readonly referralId: string;
  readonly candidacyId: string;
  readonly missionLocaleId: string;
  readonly unitId: string;
  readonly adviserId: string | null;
  readonly decidedOn: LocalDate;
}

/** The days kept behind masked answers, for those in charge who may read what is kept there (ADR 0051). */
export abstract class KeptDayDisclosure {
  /**
   * The days that have come, by referral, each with a line in the journal; those that `actor` may not be
   * told are absent, and so are those without a day.
   */
  abstract tell(
    masked: readonly MaskedReferral[],
    days: WorklistDays,
    actor: Actor,
  ): Promise<KeptDays>;
}

/** The French words of outcomes: the list of codes is the unit's. */
export abstract class OutcomeLabels {
  abstract labelOf(code: string): string;
}

/** Filters of a list of referrals; all optional, all combined. */
export interface ReferralFilter {
  readonly reference?: string;
  readonly states?: readonly ReferralState[];
  readonly unitId?: string;
  readonly missionLocaleId?: string;
  readonly imiloId?: string;
  readonly personId?: string;
}

/** Where a page of a list starts: after this record. */
export interface ListPosition {
  readonly createdAt: Instant;
  readonly id: string;
}

/** A referral as listed or opened, with the person it is about. */
export interface ReferralSummary {
  readonly referral: Referral;
  readonly createdAt: Instant;
  readonly candidacyId: string | null;
}

/** One line of the history that both sides share. */
export interface HistoryEntry {
  readonly command: string;
  readonly from: string | null;
  readonly to: string;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: Instant;
  readonly by: { readonly role: string; readonly organisationId: string | null };
  readonly channel: string;
  /** The outcome that the act replaced; never a conclusion. */
  readonly replacedOutcome: ReplacedOutcome | null;
}

/** Reads for lists and pages. Only inside a unit of work. */
export abstract class ReferralQueries {
  abstract page(
    filter: ReferralFilter,
    limit: number,
    after: ListPosition | null,
  ): Promise<{ items: ReferralSummary[]; total: number }>;
  abstract one(id: string): Promise<ReferralSummary | null>;
  abstract history(id: string): Promise<HistoryEntry[]>;
}

/** What a mission locale looks for among its referrals; all optional, all combined. */
export interface ReferralSearch {
  /** Words of the young person's name, folded: each must be in the surname or the first name. */
  readonly nameWords?: readonly string[];
  /** Reference of the referral, or i-milo number of the young person. */
  readonly number?: string;
  readonly state?: ReferralState;
  readonly unitId?: string;
}

/** How the worklist is sorted: who was referred first, or by name. */
export interface ReferralOrder {
  readonly by: 'waiting' | 'name';
  readonly isDescending: boolean;
}

/** A part of the worklist. */
export interface ReferralSelection {
  readonly search: ReferralSearch;
  readonly view: WorklistView;
  readonly days: WorklistDays;
  /** Kept days that have come, and that the reader may be told; none for a file or a mail. */
  readonly kept: KeptDays;
}

/** Which answers are news: arrived since an instant, about a decision that is not an old one. */
export interface AnswerNews {
  readonly arrived: Instant;
  readonly decided: LocalDate;
}

/** The worklist of a mission locale. Only inside a unit of work. */
export abstract class ReferralWorklist {
  /** How many referrals are in each view, by the condition of the list itself. */
  abstract counts(
    selection: Omit<ReferralSelection, 'view'>,
  ): Promise<Readonly<Record<WorklistView, number>>>;
  /** Masked answers that nothing followed, of the referrals of an adviser and of those that have none. */
  abstract maskedOf(adviserId: string): Promise<MaskedReferral[]>;
  abstract page(
    selection: ReferralSelection,
    order: ReferralOrder,
    range: { readonly limit: number; readonly offset: number },
  ): Promise<ReferralSummary[]>;
  /** Those whose answer is news, the latest decision first. */
  abstract answeredSince(news: AnswerNews, limit: number): Promise<ReferralSummary[]>;
  /** How many they are. */
  abstract countAnsweredSince(news: AnswerNews): Promise<number>;
}

/** What advisers typed and did not send yet. Only inside a unit of work. */
export abstract class Preparations {
  /** Beginning twice with one id is beginning once. */
  abstract begin(preparation: Omit<Preparation, 'version' | 'updatedAt'>): Promise<void>;
  abstract one(id: string): Promise<Preparation | null>;
  /** The same, locked until the transaction ends. */
  abstract take(id: string): Promise<Preparation | null>;
  /** @returns false when it is no longer that version */
  abstract keep(id: string, version: number, typed: Preparation['typed']): Promise<boolean>;
  abstract remove(id: string): Promise<void>;
  /** Those nobody came back to since an instant. @returns how many they were */
  abstract removeUntouched(since: Instant): Promise<number>;
  /** The latest first, a page of them, and how many there are. */
  abstract latest(limit: number): Promise<{ items: Preparation[]; total: number }>;
}
