import { currentManager } from '../../platform/database/index.js';
import { stepsBefore, type FileStep } from '../domain/exchange-file.machine.js';

/** One line of the journal of a file. */
export interface StepChange {
  readonly fileId: string;
  /** `present`: the step the file is at; null for its first one. */
  readonly from: 'present' | null;
  readonly to: FileStep;
  /** A code, never a value. */
  readonly reason?: string;
}

/**
 * Writes a step in the journal, which only grows (exchange.md 7.c). Before the file itself moves.
 * @throws Error when no command of the life-cycle leads there from the present step
 */
export async function writeTransition({ fileId, from, to, reason }: StepChange): Promise<void> {
  const written: unknown[] = await currentManager().query(
    `insert into app.exchange_transition (org_id, file_id, from_step, to_step, reason, token)
     select org_id, id, case when $2 then step end, $3, $4, nullif(lease_token, 0)
     from app.exchange_file where id = $1 and (not $2 or step = any($5)) returning 1`,
    [fileId, from === 'present', to, reason ?? null, stepsBefore(to)],
  );
  if (written.length === 0) throw new Error(`no command leads a file to ${to} from where it is`);
}

/** Writes a remark in the journal; the file stays where it is. */
export async function writeMark(mark: {
  readonly fileId: string;
  readonly mark: string;
  readonly reason: string;
}): Promise<void> {
  await currentManager().query(
    `insert into app.exchange_transition (org_id, file_id, from_step, to_step, reason)
     select org_id, id, step, $2, $3 from app.exchange_file where id = $1`,
    [mark.fileId, mark.mark, mark.reason],
  );
}
