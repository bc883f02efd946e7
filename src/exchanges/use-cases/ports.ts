import type { Instant } from '../../kernel/index.js';
import type { ContactDetails } from '../../people/index.js';
import type {
  ExchangeFile,
  ExchangePlace,
  ExchangeRow,
  ReportHead,
  RowCounters,
} from '../domain/exchange-file.js';
import type { RowAnomaly } from '../flow/index.js';
import type { FileStep } from '../domain/exchange-file.machine.js';
import type { DoorFault } from '../catalogue/door-fault.js';
import type { AnomalyGroup } from '../report/report-subject.js';

/** Filters of a list of deposited files. */
export interface ExchangeFilter {
  readonly flow?: string;
  readonly period?: string;
  readonly state?: string;
}

/** Where a page of anomalies starts: after this one, in the order of a report. */
export interface AnomalyPosition {
  readonly line: number;
  readonly isCascade: boolean;
  readonly number: number;
}

/** Some anomalies of a report, and where the next ones start; null after the last. */
export interface AnomalyPage {
  readonly items: readonly RowAnomaly[];
  readonly next: AnomalyPosition | null;
}

/** What became of a row once a human has looked at it. */
export type SettledRow = Pick<ExchangeRow, 'state' | 'resourceId' | 'recipientId'>;

/** What the end of a processing writes in the ledger. */
export interface ProcessingResult {
  readonly state: 'applied' | 'rejected' | 'held' | 'internal-error';
  readonly step: FileStep;
  readonly report: ReportHead | null;
  readonly counters: RowCounters;
  /** Faults of the whole file found by its gates, added to those of the door. */
  readonly faults: readonly DoorFault[];
  readonly appliedAt: Instant | null;
}

/**
 * The ledger of deposited files: proof of what came, when, and what became of each row. Only inside
 * a unit of work of the emitter.
 */
export abstract class ExchangeLedger {
  /** Next receipt number of a year: `AEE-2026-0001234`. */
  abstract nextReceipt(kind: 'AEE' | 'ARE', year: number): Promise<string>;
  /** Next report number: `CRM-2026-0004711`. */
  abstract nextReport(year: number): Promise<string>;
  /** Keeps other deposits of this flow and mode waiting until the transaction ends. */
  abstract lockSequence(organisationId: string, flow: string, mode: string): Promise<void>;
  /** Applies the files of an emitter and flow one after the other. */
  abstract lockFlow(organisationId: string, flow: string): Promise<void>;
  abstract insert(file: ExchangeFile): Promise<void>;
  abstract byId(id: string): Promise<ExchangeFile | null>;
  /** The same, once nobody else works on it: waits, and keeps others waiting. */
  abstract takeForProcessing(id: string): Promise<ExchangeFile | null>;
  /** The same without waiting; null when somebody works on it. */
  abstract takeIfFree(id: string): Promise<ExchangeFile | null>;
  /** Gate faults that the file already carries are not added twice. */
  abstract finish(id: string, result: ProcessingResult): Promise<void>;
  /** Writes down that the emitter confirms an anomaly of a held file. */
  abstract confirm(id: string, code: string): Promise<void>;
  /** What the emitter has confirmed so far. */
  abstract confirmedCodes(id: string): Promise<string[]>;
  /** Gives a held file, or one set aside, back to the processing. */
  abstract resume(id: string, step: FileStep): Promise<void>;
  abstract page(
    filter: ExchangeFilter,
    limit: number,
    after: { receivedAt: Instant; id: string } | null,
  ): Promise<{ items: ExchangeFile[]; total: number }>;
  /** Accepted files of a flow and mode that share a sequence, or the content of a period. */
  abstract sameSequenceOrContent(
    organisationId: string,
    place: ExchangePlace,
    sha256: string,
  ): Promise<ExchangeFile[]>;
  /** Greatest accepted sequence of a flow and mode; 0 before the first. */
  abstract lastSequence(organisationId: string, flow: string, mode: string): Promise<number>;
  /** All but notices of a period that were not refused at the door, oldest first. */
  abstract filesOfPeriod(
    organisationId: string,
    flow: string,
    mode: string,
    period: string,
  ): Promise<ExchangeFile[]>;

  /** Writes the fates of rows; over those of an earlier processing of the same file. */
  abstract insertRows(file: ExchangeFile, rows: readonly ExchangeRow[]): Promise<void>;
  abstract insertAnomalies(
    file: ExchangeFile,
    firstNumber: number,
    anomalies: readonly RowAnomaly[],
  ): Promise<void>;
  /** The number of the anomaly to come. */
  abstract nextAnomaly(fileId: string): Promise<number>;
  /** Rows by line, in the order of the file. */
  abstract rows(fileId: string, states?: readonly ExchangeRow['state'][]): Promise<ExchangeRow[]>;
  /** By line, root causes before what follows from them. */
  abstract anomalies(fileId: string): Promise<RowAnomaly[]>;
  /** The same, a page at a time. */
  abstract anomalyPage(
    fileId: string,
    after: AnomalyPosition | null,
    limit: number,
  ): Promise<AnomalyPage>;
  /** Anomalies of rows counted by what there is to correct, by code. */
  abstract anomalyGroups(fileId: string): Promise<AnomalyGroup[]>;
  /** Before a file is processed again. */
  abstract clearAnomalies(fileId: string): Promise<void>;
  /**
   * Gives a row in review its last fate, the counters of the file with it (exchange.md 7.e.8).
   * @returns false when the row was not in review
   */
  abstract settleRow(fileId: string, line: number, fate: SettledRow): Promise<boolean>;
  abstract recodeReport(fileId: string, code: ReportHead['code']): Promise<void>;
  /** Recipients of the rows that changed something, or whose change was taken back. */
  abstract recipients(fileId: string): Promise<string[]>;
}

/** Raw bytes of the files, kept in parts in PostgreSQL (ADR 0013). */
export abstract class ContentStore {
  abstract write(
    file: { id: string; organisationId: string },
    source: AsyncIterable<Uint8Array>,
  ): Promise<void>;
  /** Puts other bytes in the place of those of a file: only of one that holds what must not be kept. */
  abstract rewrite(
    file: { id: string; organisationId: string },
    change: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
  ): Promise<void>;
  /** The bytes as deposited, but for what was erased, part by part. */
  abstract read(fileId: string): AsyncIterable<Uint8Array>;
  /** One part, from 0, for readers that must not keep a unit of work open; null after the last. */
  abstract part(fileId: string, number: number): Promise<Uint8Array | null>;
}

/** One slot: what an emitter owes for a flow and a month (exchange.md 7.h). */
export interface Slot {
  readonly id: string;
  readonly organisationId: string;
  readonly flow: string;
  readonly mode: 'P' | 'T';
  readonly period: string;
  readonly state: 'expected' | 'received' | 'nil' | 'exempt';
  readonly opensAt: Instant;
  readonly dueAt: Instant;
  readonly closesAt: Instant;
}

/** The recorded slots; their dates come from the calendar, their present state from the clock. */
export abstract class SlotBook {
  abstract of(organisationId: string): Promise<Slot[]>;
  abstract find(
    organisationId: string,
    flow: string,
    mode: string,
    period: string,
  ): Promise<Slot | null>;
  /** Records the slot, or its new state. */
  abstract save(slot: Slot): Promise<void>;
  /** The slot, if it is not closed yet; keeps others waiting until the transaction ends. */
  abstract takeOpen(id: string): Promise<Slot | null>;
  abstract close(id: string, closedAt: Instant): Promise<void>;
  /** Nothing is owed for it, and why. @returns false when something was received */
  abstract exempt(id: string, reason: string): Promise<boolean>;
}

/** Rows whose identity a human has to look at. */
export interface IdentityReview {
  readonly id: string;
  readonly organisationId: string;
  readonly fileId: string;
  readonly line: number;
  readonly flow: string;
  readonly reason: string;
  /** Referrals, candidacies or people that may be meant. */
  readonly candidateIds: readonly string[];
  readonly state: 'open' | 'same-person' | 'different-persons' | 'undecidable';
  readonly chosenId: string | null;
  readonly openedAt: Instant;
  readonly decidedAt: Instant | null;
}

/** The review queue of an emitter. */
export abstract class IdentityReviews {
  abstract openAll(
    reviews: readonly Omit<IdentityReview, 'state' | 'chosenId' | 'decidedAt' | 'openedAt'>[],
  ): Promise<void>;
  abstract page(
    state: IdentityReview['state'] | null,
    limit: number,
    after: { openedAt: Instant; id: string } | null,
  ): Promise<{ items: IdentityReview[]; total: number }>;
  abstract byId(id: string): Promise<IdentityReview | null>;
  /** @returns false when somebody else decided first */
  abstract decide(
    id: string,
    decision: Exclude<IdentityReview['state'], 'open'>,
    chosenId: string | null,
    decidedBy: string,
  ): Promise<boolean>;
  /** Remembers how the person could be reached before the decision. */
  abstract keepContact(id: string, before: ContactBefore): Promise<void>;
  /** Remembers from which anomaly on the report tells of the decision. */
  abstract settledFrom(id: string, anomalyNumber: number): Promise<void>;
  /**
   * Opens a decided review again, its row in review, the anomalies of the decision gone.
   * @returns what became of the row by the decision; null, and nothing done, when it is open
   */
  abstract reopen(id: string): Promise<ReopenedRow | null>;
}

/** How a person could be reached before a decision on them. */
export interface ContactBefore {
  readonly personId: string;
  readonly contact: ContactDetails;
  /** Of the person, once the row was applied: another one by now, and somebody changed it since. */
  readonly version: number;
}

/** What a decision had made of a row. */
export interface ReopenedRow {
  readonly state: ExchangeRow['state'];
  readonly resourceId: string | null;
  readonly decidedAt: Instant;
  /** What it had changed in how to reach the person. */
  readonly contactBefore: ContactBefore | null;
}

/** Does something as it would be done, then undoes all that it wrote. */
export abstract class Rehearsal {
  /** Inside a unit of work, whose own writes stay. */
  abstract run<T>(work: () => Promise<T>): Promise<T>;
}
