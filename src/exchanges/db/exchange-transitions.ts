import { currentManager } from '../../platform/database/index.js';

/** One line of the journal of a file. */
export interface StepChange {
  readonly fileId: string;
  /** `present`: the step the file is at; null for its first one. */
  readonly from: 'present' | null;
  readonly to: string;
  /** A code, never a value. */
  readonly reason?: string;
}

/** Writes a step in the journal, which only grows (exchange.md 7.c). Before the file itself moves. */
export async function writeTransition({ fileId, from, to, reason }: StepChange): Promise<void> {
  await currentManager().query(
    `insert into app.exchange_transition (org_id, file_id, from_step, to_step, reason)
     select org_id, id, case when $2 then step end, $3, $4 from app.exchange_file where id = $1`,
    [fileId, from === 'present', to, reason ?? null],
  );
}
