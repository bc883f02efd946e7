import type { Instant } from '../../kernel/index.js';
import type { DoorFault } from '../catalogue/door-fault.js';
import type { ExchangeMode, FileNature, Manifest } from '../deposit/index.js';
import type { FileStep } from './exchange-file.machine.js';

/** States of a deposited file (exchange.md 7.c). */
export const EXCHANGE_FILE_STATES = [
  'refused',
  'registered',
  'rejected',
  'held',
  'applied',
  'closed',
  'internal-error',
] as const;
export type ExchangeFileState = (typeof EXCHANGE_FILE_STATES)[number];

/** What a file's name and manifest say of its place in the exchange. */
export interface ExchangePlace {
  readonly flow: string;
  readonly mode: ExchangeMode;
  /** A month, or a day for nature S. */
  readonly period: string;
  readonly nature: FileNature;
  readonly sequence: number;
}

/** Fate of the rows; read = the sum of the others (exchange.md 7.e.8). */
export interface RowCounters {
  readonly read: number;
  readonly applied: number;
  readonly unchanged: number;
  readonly inReview: number;
  readonly stale: number;
  readonly rejected: number;
}

export const NO_ROW: RowCounters = {
  read: 0,
  applied: 0,
  unchanged: 0,
  inReview: 0,
  stale: 0,
  rejected: 0,
};

/** The business report of a file (CRM), once there is one. */
export interface ReportHead {
  readonly number: string;
  readonly stage: 'PROVISOIRE' | 'DEFINITIF' | 'A_CONFIRMER';
  /** 0 accepted, 1 accepted with corrections to make, 2 partly taken, 3 not taken. */
  readonly code: 0 | 1 | 2 | 3;
  /** Number of the provisional report that a final one replaces. */
  readonly replaces?: string;
}

/** A deposited file in the ledger: it names nobody. */
export interface ExchangeFile {
  readonly id: string;
  readonly organisationId: string;
  /** `AEE-2026-0001234`, or `ARE-…` when refused at the door. */
  readonly number: string;
  readonly state: ExchangeFileState;
  /** Present step, as shown to the emitter while it waits. */
  readonly step: FileStep;
  /** Null when not even the name could be read. */
  readonly place: ExchangePlace | null;
  readonly slotId: string | null;
  readonly fileName: string | null;
  readonly exchangeIdentifier: string | null;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly rows: number | null;
  readonly isOnTime: boolean | null;
  readonly channel: 'api' | 'spool' | 'page';
  readonly depositorId: string;
  readonly depositorScopes: readonly string[];
  readonly manifest: Manifest | null;
  /** Refusals and remarks of the door, or of the gates of the whole file. */
  readonly faults: readonly DoorFault[];
  readonly report: ReportHead | null;
  readonly counters: RowCounters;
  readonly receivedAt: Instant;
  readonly appliedAt: Instant | null;
  readonly correlationId: string;
}

/** What the emitter still has to confirm, apart from what its manifest confirmed beforehand. */
export function codesToConfirm({
  faults,
  manifest,
}: Pick<ExchangeFile, 'faults' | 'manifest'>): string[] {
  const confirmed = manifest?.confirmations.map(({ code }) => code) ?? [];
  const odd = faults.filter(({ level }) => level === 'A_CONFIRMER').map(({ code }) => code);
  return [...new Set(odd)].filter((code) => !confirmed.includes(code));
}

/** Fate of one row: applied, unchanged, in review, stale, rejected (exchange.md 7.d). */
export const ROW_STATES = ['A', 'I', 'V', 'P', 'R'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** One row and its recorded fate. */
export interface ExchangeRow {
  readonly line: number;
  readonly rowId: number | null;
  readonly naturalKey: string | null;
  readonly state: RowState;
  /** The referral or candidacy it wrote or confirmed. */
  readonly resourceId: string | null;
  readonly recipientId: string | null;
  /** Place of the record in the canonical UTF-8 bytes of the file. */
  readonly byteStart: number;
  readonly byteEnd: number;
}

/** The counters of rows whose fates are known. */
export function countRows(states: Iterable<RowState>): RowCounters {
  const by = { A: 0, I: 0, V: 0, P: 0, R: 0 };
  let read = 0;
  for (const state of states) {
    by[state] += 1;
    read += 1;
  }
  return { read, applied: by.A, unchanged: by.I, inReview: by.V, stale: by.P, rejected: by.R };
}

/** Global code of a report (exchange.md 7.d). */
export function reportCode(counters: RowCounters, hasRemarks: boolean): ReportHead['code'] {
  const kept = counters.applied + counters.unchanged + counters.stale + counters.inReview;
  if (counters.rejected > 0) return kept === 0 ? 3 : 2;
  return hasRemarks || counters.inReview > 0 ? 1 : 0;
}
