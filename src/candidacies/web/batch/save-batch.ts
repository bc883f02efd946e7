import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../kernel/index.js';
import { attempt, type Refusal } from '../../../platform/pages/index.js';
import { RecordOutcome } from '../../use-cases/record-outcome.js';
import { CandidacyFiles } from '../file/candidacy-files.js';
import { lastChange } from '../file/file.presenter.js';
import { isAboutTheDate, outcomeErrors } from '../outcome/outcome-form.js';
import { firstError, type RowError } from './batch-form.js';
import type { GridRead } from './read-grid.js';

/** What became of a grid that was sent. */
export interface BatchResult {
  readonly saved: number;
  readonly errors: ReadonlyMap<string, RowError>;
  /** True when nothing but changes by others stood in the way. */
  readonly isOnlyLate: boolean;
}

/** Records each row that says an outcome, each in a unit of work of its own: good rows never wait for faulty ones. */
@Injectable()
export class SaveBatch {
  constructor(
    private readonly recordOutcome: RecordOutcome,
    private readonly files: CandidacyFiles,
  ) {}

  async execute(read: GridRead, actor: PersonActor): Promise<BatchResult> {
    const errors = new Map(read.errors);
    let saved = 0;
    let late = 0;
    for (const { row, outcome } of read.right) {
      const { id, version } = row;
      const refusal = await attempt(() => this.recordOutcome.execute(id, outcome, version, actor));
      if (!refusal) {
        saved += 1;
        continue;
      }
      errors.set(id, await this.errorOf(refusal, id, actor));
      if (refusal.kind === 'late') late += 1;
    }
    return { saved, errors, isOnlyLate: errors.size > 0 && errors.size === late };
  }

  /** On the field it is about; a file that another changed says who did what last. */
  private async errorOf(refusal: Refusal, id: string, actor: PersonActor): Promise<RowError> {
    if (refusal.kind === 'invalid') return firstError(outcomeErrors(refusal.issues));
    if (isAboutTheDate(refusal.code)) return { field: 'decision', message: refusal.reason };
    const last = lastChange(await this.files.one(id, actor));
    return { field: 'dossier', message: `${refusal.reason} Dernier événement : ${last}` };
  }
}
