import { Injectable } from '@nestjs/common';
import { mapHeader } from '../flow/index.js';
import { readTable } from '../report/index.js';
import { RowsChecked } from './check-rows.js';
import { FileWorks, type FileWork } from './file-work.js';
import { ContentStore, ExchangeLedger } from './ports.js';

/** First pass over a file: every row judged, those already settled written down, nothing applied. */
@Injectable()
export class CheckPass {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly contents: ContentStore,
    private readonly works: FileWorks,
  ) {}

  /** Sets the mapping of the header in `work`. */
  async run(work: FileWork): Promise<RowsChecked> {
    let checked: RowsChecked | undefined;
    for await (const { header, records } of readTable(
      this.contents.read(work.file.id),
      work.file,
    )) {
      if (!checked) {
        work.mapping = mapHeader(work.flow, header).mapping;
        checked = new RowsChecked(work.flow, work.context, work.mapping);
      }
      const { settled, anomalies } = checked.add(records);
      await this.ledger.insertRows(work.file, settled);
      for (const { state } of settled) work.states.push(state);
      await this.works.note(work, anomalies);
    }
    checked ??= new RowsChecked(work.flow, work.context, work.mapping);
    await this.works.note(work, checked.end());
    return checked;
  }
}
