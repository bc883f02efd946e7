import { Injectable } from '@nestjs/common';
import { isReplacement } from '../deposit/index.js';
import type { FileWork } from './file-work.js';
import { FlowApplications } from './flow-ports.js';
import { StatementLedger } from './statement-ledger.js';

/** Records told anew together. */
const TOGETHER = 5_000;

/**
 * After the last row of a file: takes back what the file replaces or annuls, and tells anew the records
 * whose history it changed. Effects are undone by commands, never by deletions (exchange.md 7.e.2-4).
 */
@Injectable()
export class TakeBack {
  constructor(
    private readonly said: StatementLedger,
    private readonly applications: FlowApplications,
  ) {}

  async execute(work: FileWork): Promise<void> {
    if (work.isTest) return;
    if (isReplacement(work.place.nature) && !work.isReplaced) {
      const gone = await this.said.replaceRows(work.file);
      for (const { resourceId } of gone) work.toRetell.add(resourceId);
    }
    const application = this.applications.of(work.flow.code);
    const ids = [...work.toRetell];
    for (let start = 0; start < ids.length; start += TOGETHER) {
      await application.retell(ids.slice(start, start + TOGETHER), work.apply);
    }
  }
}
