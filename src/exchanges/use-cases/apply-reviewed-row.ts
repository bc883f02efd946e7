import type { Actor, Instant } from '../../kernel/index.js';
import type { ExchangeFile, RowState } from '../domain/exchange-file.js';
import type { RowFate } from './flow-ports.js';

/** A row whose person a human has recognised. */
export interface ReviewedRow {
  readonly file: ExchangeFile;
  /** Physical line, header = 1. */
  readonly line: number;
  /** One of the candidates: a referral, a candidacy or a person; null for none of them. */
  readonly chosenId: string | null;
  /** Who decided: the row is applied in this name. */
  readonly actor: Actor;
}

/** A reviewed row that is in review again, with what it was before. */
export interface RowToTakeBack extends Pick<ReviewedRow, 'file' | 'line' | 'actor'> {
  readonly state: RowState;
  readonly resourceId: string | null;
  readonly decidedAt: Instant;
}

/** Applies one row to the file that a human chose, through the application of its flow, or takes it back. */
export abstract class ApplyReviewedRow {
  /** Inside the unit of work of the decision. `V` when the row still cannot be applied. */
  abstract execute(row: ReviewedRow): Promise<RowFate>;
  /**
   * The record becomes what all the rest says of it, by the command that compensates the row (exchange.md
   * 7.e.3). Inside the unit of work that put the row in review again.
   * @throws ReviewOvertaken when somebody went on with the record since
   */
  abstract takeBack(row: RowToTakeBack): Promise<void>;
}
