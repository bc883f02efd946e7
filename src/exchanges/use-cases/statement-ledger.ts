import type { Instant } from '../../kernel/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';

/** The record a row speaks of, and whom it is told to. */
export interface RowResource {
  readonly resourceId: string;
  readonly recipientId: string | null;
}

/** Whose statements, in which flow, as seen from the file being processed. */
export interface StatementsOf {
  readonly organisationId: string;
  readonly flow: string;
  readonly processedId: string;
  /** True to leave out the earlier files of its slot, which it takes back. */
  readonly isReplacing: boolean;
}

/** Where one statement on a record stands. */
export interface StatementPlace {
  readonly resourceId: string;
  readonly fileId: string;
  readonly line: number;
  /** True when a later file of its slot took it back: only what a file C corrects of another month still counts. */
  readonly isReplaced: boolean;
}

/** What was said of records, file after file, and what of it still counts. Only inside a unit of work of the emitter. */
export abstract class StatementLedger {
  /**
   * Takes back the rows of the earlier files of the slot that `file` replaces or annuls: all but those it
   * states again and that are refused or in review.
   * @returns the records that it states no more, with whom they were told to
   */
  abstract replaceRows(file: ExchangeFile): Promise<readonly RowResource[]>;
  /** True when a later file of the slot took this row back. */
  abstract isRowReplaced(fileId: string, line: number): Promise<boolean>;
  /**
   * True when something else than a file of this organisation acted on the record from that instant on:
   * a person, a program, the calendar, or anybody on the other side.
   */
  abstract hasMovedOn(
    resourceId: string,
    of: Pick<StatementsOf, 'organisationId' | 'flow'>,
    since: Instant,
  ): Promise<boolean>;
  /**
   * All that files of production said of these records and that still counts, in the order of the files;
   * the file being processed counts although it is not applied yet.
   */
  abstract statementsOn(
    resourceIds: readonly string[],
    of: StatementsOf,
  ): Promise<readonly StatementPlace[]>;
}
