import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/index.js';
import {
  isMasked,
  ReadMedicalConclusions,
  type MedicalConclusion,
} from '../../../candidacies/index.js';
import type { CheckedRow } from '../../use-cases/flow-ports.js';
import { ReadCandidacyRecords, type CandidacyRecords } from '../candidacy-records.js';
import type { AnswerRow } from './columns.js';

/** Everything a chunk of rows may speak of, read in a few set-based queries. */
export interface AnswerRecords extends CandidacyRecords {
  readonly conclusions: ReadonlyMap<string, MedicalConclusion>;
}

/** Reads the records of a chunk of SUI rows, under the scope of the unit that sends them. */
@Injectable()
export class ReadAnswerRecords {
  constructor(
    private readonly readRecords: ReadCandidacyRecords,
    private readonly readConclusions: ReadMedicalConclusions,
  ) {}

  async execute(unitId: string, rows: readonly CheckedRow[], actor: Actor): Promise<AnswerRecords> {
    const answers = rows.map(({ row }) => row as AnswerRow);
    const records = await this.readRecords.execute(unitId, answers);
    const all = [...records.byReferral.values(), ...records.byFileNumber.values()];
    const masked = all.filter(({ decision }) => isMasked(decision)).map(({ id }) => id);
    const conclusions = await this.readConclusions.execute([...new Set(masked)], 'decision', actor);
    return { ...records, conclusions };
  }
}
