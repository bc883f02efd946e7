import type { Instant, Month } from '../../kernel/index.js';
import type {
  LateFile,
  OwedSlot,
  SequenceGap,
  SlotFact,
  WaitingFile,
} from '../domain/calendar/acts.js';
import type { OpenReport } from '../domain/calendar/due-acts.js';
import type { Notice } from '../domain/calendar/notice.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import type { FileStep } from '../domain/exchange-file.machine.js';

/** One leader at a time among the processes (REL-22). Not inside a unit of work. */
export abstract class CalendarLeader {
  /** @returns false when another process leads: then nothing was done */
  abstract lead(work: () => Promise<void>): Promise<boolean>;
}

/** An act or a notice of an organisation. */
export interface RecordedKey {
  readonly organisationId: string;
  readonly key: string;
}

/** An act to write down. */
export interface ActRecord extends RecordedKey {
  readonly dueAt: Instant;
}

/** What the calendar did, in the scope of the organisation it was done for, or the technical one. */
export abstract class CalendarActs {
  /** @returns false when it was done before: then nothing is to be done */
  abstract record(act: ActRecord): Promise<boolean>;
}

/** What is recorded, for the calendar to decide. Only inside a unit of work of the technical scope. */
export abstract class CalendarBook {
  /** When the calendar was put in service; `now` the first time. */
  abstract startedAt(operatorId: string, now: Instant): Promise<Instant>;
  abstract actsDueSince(since: Instant): Promise<RecordedKey[]>;
  abstract noticesDueSince(since: Instant): Promise<RecordedKey[]>;
  /** Whose slot of a month is recorded, for flows of production. */
  abstract recordedOwners(period: Month): Promise<Pick<OwedSlot, 'organisationId' | 'flow'>[]>;
  /** Records slots; one that is there stays as it is. */
  abstract openSlots(slots: readonly (OwedSlot & { readonly id: string })[]): Promise<void>;
  /** Slots that will change once more. */
  abstract unsettledSlots(): Promise<Omit<SlotFact, 'isOwed'>[]>;
  /** Files nobody acknowledged yet, and those whose bytes have had their time. */
  abstract waitingFiles(now: Instant): Promise<WaitingFile[]>;
  abstract gapsSince(since: Instant): Promise<SequenceGap[]>;
  abstract lateFilesSince(since: Instant): Promise<LateFile[]>;
  abstract openReports(): Promise<OpenReport[]>;
  abstract lastDepositAt(): Promise<Instant | null>;
  /** Removes the bytes of a file whose time is over. @returns false when they were removed before */
  abstract expire(fileId: string, now: Instant): Promise<boolean>;
}

/** How a file ends with its slot. */
export interface FileEnd {
  readonly state: 'closed' | 'rejected';
  readonly step: FileStep;
  /** Of the final report, which replaces the provisional one. */
  readonly number: string;
}

/** The files of a slot, at its end. Only inside a unit of work of the emitter. */
export abstract class SlotFiles {
  /** Those that were not refused at the door, oldest first. */
  abstract of(slotId: string): Promise<Pick<ExchangeFile, 'id' | 'state'>[]>;
  abstract settle(fileId: string, end: FileEnd): Promise<void>;
}

/** Where a page of notices starts: after this one. */
export interface NoticePosition {
  readonly issuedAt: Instant;
  readonly id: string;
}

/** The notices of an organisation; those of all are written under the technical scope. */
export abstract class Notices {
  /** @returns false when it was issued before */
  abstract issue(notice: Notice): Promise<boolean>;
  /** The latest first. */
  abstract page(
    limit: number,
    after: NoticePosition | null,
  ): Promise<{ items: Notice[]; total: number }>;
  abstract byId(id: string): Promise<Notice | null>;
}
