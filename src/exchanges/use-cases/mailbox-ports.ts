import type { Instant } from '../../kernel/index.js';
import type { ToldBefore } from '../delivery/outbound-place.js';
import type { Acknowledgement, MailboxFile, MailboxState } from '../domain/mailbox-file.js';

/** What was last delivered of a record: not delivered again until its edition changes. */
export interface DeliveryMark {
  readonly resourceId: string;
  readonly edition: number;
  /** The organisation whose record it is. */
  readonly emitterId: string;
  /** What the line said that may change while the edition stays; none where nothing does. */
  readonly said?: string;
}

/** Filters of a list of files; all optional, all combined. */
export interface MailboxFilter {
  readonly flow?: string;
  readonly state?: MailboxState;
}

/** Where a page of a list starts: after this file. */
export interface MailboxPosition {
  readonly availableAt: Instant;
  readonly id: string;
}

/** The mailbox of one recipient. Only inside a unit of work of that recipient. */
export abstract class Mailbox {
  /** The latest files first. */
  abstract page(
    filter: MailboxFilter,
    limit: number,
    after: MailboxPosition | null,
  ): Promise<{ items: MailboxFile[]; total: number }>;
  abstract byId(id: string): Promise<MailboxFile | null>;
  /** One part of the bytes, from 0; null after the last one. Parts never change. */
  abstract part(id: string, number: number): Promise<Uint8Array | null>;
  abstract markDownloaded(id: string): Promise<void>;
  /** It is in the folder of its recipient, who need not come for it. */
  abstract markCopied(id: string): Promise<void>;
  /** Keeps the first acknowledgement given; answers the one that stands. */
  /** The same bytes are at disposal again: who collected them may do so again. */
  abstract markReissued(id: string): Promise<void>;
  /** What the file told is to be told again. */
  abstract forget(id: string): Promise<void>;
  abstract acknowledge(id: string, acknowledgement: Acknowledgement): Promise<Acknowledgement>;
  /** Keeps other deliveries to this recipient waiting, and gives the next sequence. */
  abstract nextSequence(organisationId: string, flow: string, mode: string): Promise<number>;
  /** True when a photo of this period was already delivered: the next one completes it. */
  abstract hasPhoto(
    organisationId: string,
    flow: string,
    mode: string,
    period: string,
  ): Promise<boolean>;
  /** `marks` in the order of the lines. */
  abstract deliver(
    file: MailboxFile,
    content: AsyncIterable<Uint8Array>,
    marks: readonly DeliveryMark[],
  ): Promise<void>;
}

/** How long a file stays in a mailbox (exchange.md 7.a), in milliseconds. */
export const AVAILABILITY = 60 * 86_400_000;

/**
 * A case settled for longer than that, and never delivered, is history and not news: without this, the
 * first delivery to a recipient would hold all its past.
 */
export const SETTLED_AFTER = AVAILABILITY;

/** A record that changed since its last delivery. */
export interface ChangedRecord {
  readonly id: string;
  /** Grows with what others did to the record; what the recipient itself did does not count. */
  readonly edition: number;
  /** Null when the recipient was never told of it. */
  readonly told: ToldBefore | null;
}

/** Finds what a recipient has not been told yet. Only inside a unit of work of that recipient. */
export abstract class ChangedRecords {
  /** Referrals to a unit: those open, and those withdrawn that it may know. */
  abstract referralsTo(
    unitId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]>;
  /** Returns that missions locales answered, or of which they took the answer back. */
  abstract returnsTo(
    unitId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]>;
  /** What missions locales said of those who left a unit, or took back. */
  abstract followUpsTo(
    unitId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]>;
  /** Direct applicants whom units announced to a mission locale. */
  abstract applicantsTo(
    missionLocaleId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]>;
  /** Direct applicants of whom a mission locale was told, and who are no longer its to know. */
  abstract applicantsRetractedFrom(missionLocaleId: string): Promise<ChangedRecord[]>;
  /** Direct applicants of a unit whose invitation a mission locale answered. */
  abstract invitationsOf(
    unitId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]>;
  /** Candidacies of a mission locale on which the unit acted. */
  abstract candidaciesOf(
    missionLocaleId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedRecord[]>;
}
