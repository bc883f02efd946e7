import { Injectable } from '@nestjs/common';
import { isBlankRow } from '../flow/index.js';
import { readTable } from '../report/index.js';
import { refusedRow } from './check-rows.js';
import type { FileWork } from './file-work.js';
import { ContentStore, ExchangeLedger } from './ports.js';

/** Pass over a file that a gate refuses as a whole: nothing is applied, every row has its fate all the same. */
@Injectable()
export class RefusePass {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly contents: ContentStore,
  ) {}

  /** Writes over the fates that the rows had found by themselves. */
  async run(work: FileWork): Promise<void> {
    for await (const { records } of readTable(this.contents.read(work.file.id), work.file)) {
      const rows = records
        .filter(({ cells }) => !isBlankRow(cells))
        .map((record) => refusedRow(record, work.mapping));
      await this.ledger.insertRows(work.file, rows);
    }
  }
}
