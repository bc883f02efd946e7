import { Injectable } from '@nestjs/common';
import type { LocalDate, PersonActor } from '../../../kernel/index.js';
import { attempt, type Refusal } from '../../../platform/pages/index.js';
import { RecordOutcome } from '../../use-cases/record-outcome.js';
import { CandidacyFiles } from '../file/candidacy-files.js';
import { lastChange } from '../file/file.presenter.js';
import { isAboutTheDate, outcomeErrors } from '../outcome/outcome-form.js';
import { firstError, isUntouched, readRow, type RowError, type TypedRow } from './batch-form.js';

/** What became of a grid that was sent. */
export interface BatchResult {
  readonly saved: number;
  readonly errors: ReadonlyMap<string, RowError>;
  /** True when nothing but changes by others stood in the way. */
  readonly isOnlyLate: boolean;
}

/** Records each row that was filled in, each in a unit of work of its own: good rows never wait for faulty ones. */
@Injectable()
export class SaveBatch {
  constructor(
    private readonly recordOutcome: RecordOutcome,
    private readonly files: CandidacyFiles,
  ) {}

  async execute(
    rows: readonly TypedRow[],
    today: LocalDate,
    actor: PersonActor,
  ): Promise<BatchResult> {
    const errors = new Map<string, RowError>();
    const filled = rows.filter(({ values }) => !isUntouched(values));
    let late = 0;
    for (const row of filled) {
      const read = await readRow(row.values, today);
      if (!read.isRight) {
        errors.set(row.id, firstError(read.errors));
        continue;
      }
      const { id, version } = row;
      const refusal = await attempt(() =>
        this.recordOutcome.execute(id, read.outcome, version, actor),
      );
      if (!refusal) continue;
      errors.set(id, await this.errorOf(refusal, id, actor));
      if (refusal.kind === 'late') late += 1;
    }
    const faulty = errors.size;
    return { saved: filled.length - faulty, errors, isOnlyLate: faulty > 0 && faulty === late };
  }

  /** On the field it is about; a file that another changed says who did what last. */
  private async errorOf(refusal: Refusal, id: string, actor: PersonActor): Promise<RowError> {
    if (refusal.kind === 'invalid') return firstError(outcomeErrors(refusal.issues));
    if (isAboutTheDate(refusal.code)) return { field: 'decision', message: refusal.reason };
    const last = lastChange(await this.files.one(id, actor));
    return { field: 'dossier', message: `${refusal.reason} Dernier événement : ${last}` };
  }
}
