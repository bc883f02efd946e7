import type { Actor } from '../../kernel/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
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

/** Applies one row to the file that a human chose, through the application of its flow. */
export abstract class ApplyReviewedRow {
  /** Inside the unit of work of the decision. `V` when the row still cannot be applied. */
  abstract execute(row: ReviewedRow): Promise<RowFate>;
}
