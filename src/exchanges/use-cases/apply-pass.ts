import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import type { ExchangeRow } from '../domain/exchange-file.js';
import { readTable } from '../report/index.js';
import { RowsToApply, rowOfFate, type ReadyRow } from './apply-rows.js';
import type { RowsChecked } from './check-rows.js';
import { FileWorks, type FileWork } from './file-work.js';
import { FlowApplications } from './flow-ports.js';
import { ContentStore, ExchangeLedger, IdentityReviews } from './ports.js';

/** Rows applied together: one round of set-based statements. */
const CHUNK = 4_000;

/** Second pass over a file: every accepted row applied as a command, its fate written down. */
@Injectable()
export class ApplyPass {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly contents: ContentStore,
    private readonly reviews: IdentityReviews,
    private readonly applications: FlowApplications,
    private readonly works: FileWorks,
    private readonly ids: Ids,
  ) {}

  async run(work: FileWork, checked: RowsChecked): Promise<void> {
    const reader = new RowsToApply(work.flow, work.place, work.context, work.mapping);
    let ready: ReadyRow[] = [];
    for await (const { records } of readTable(this.contents.read(work.file.id), work.file)) {
      for (const record of records) {
        if (checked.withdrawn.has(record.line)) {
          await this.settle(work, checked.settled(record, 'R'));
        } else if (!checked.leftOut.has(record.line) && !isBlank(record.cells)) {
          ready.push(reader.read(record));
        }
        if (ready.length >= CHUNK) {
          await this.applyChunk(work, ready);
          ready = [];
        }
      }
    }
    await this.applyChunk(work, ready);
  }

  private async applyChunk(work: FileWork, ready: readonly ReadyRow[]): Promise<void> {
    if (ready.length === 0) return;
    const application = this.applications.of(work.flow.code);
    const fates = await application.apply(
      ready.map(({ checked }) => checked),
      work.apply,
    );
    const rows = ready.map((row, index) => {
      const fate = fates[index];
      if (!fate) throw new Error('one fate per row');
      work.states.push(fate.state);
      return rowOfFate(row, fate);
    });
    await this.ledger.insertRows(work.file, rows);
    await this.works.note(
      work,
      fates.flatMap(({ anomalies }) => anomalies),
    );
    const reviews = fates.flatMap(({ line, review }) => (review ? [{ line, ...review }] : []));
    await this.reviews.openAll(
      reviews.map((review) => ({
        ...review,
        id: this.ids.uuid(),
        organisationId: work.emitter.id,
        fileId: work.file.id,
        flow: work.flow.code,
      })),
    );
  }

  private async settle(work: FileWork, row: ExchangeRow): Promise<void> {
    work.states.push(row.state);
    await this.ledger.insertRows(work.file, [row]);
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
