import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/index.js';
import type { ExchangeRow } from '../domain/exchange-file.js';
import { readTable } from '../report/index.js';
import { RowsToApply, rowOfFate, type ReadyRow } from './apply-rows.js';
import type { RowsChecked } from './check-rows.js';
import { isSituation, ReadEarlierVersions, type EarlierVersions } from './earlier-versions.js';
import { FileWorks, type FileWork } from './file-work.js';
import { FlowApplications, type RowFate } from './flow-ports.js';
import { ContentStore, ExchangeLedger, IdentityReviews, Rehearsal } from './ports.js';
import { orphansOf, RefusalCauses, withCauses } from './refusal-causes.js';
import { isOfOwnPeriod } from './statements.js';

/** Rows applied together: one round of set-based statements. */
const CHUNK = 2_000;

/** Second pass over a file: every accepted row applied as a command, its fate written down. */
@Injectable()
export class ApplyPass {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly contents: ContentStore,
    private readonly reviews: IdentityReviews,
    private readonly applications: FlowApplications,
    private readonly works: FileWorks,
    private readonly earlierVersions: ReadEarlierVersions,
    private readonly rehearsal: Rehearsal,
    private readonly causes: RefusalCauses,
    private readonly ids: Ids,
  ) {}

  async run(work: FileWork, checked: RowsChecked): Promise<void> {
    const isReplacing = work.place.nature === 'R' && !work.isTest;
    const earlier = isReplacing ? await this.earlierVersions.of(work) : null;
    const reader = RowsToApply.within(work.flow, work.place, work.context, work.mapping);
    let ready: ReadyRow[] = [];
    for await (const { records } of readTable(this.contents.read(work.file.id), work.file)) {
      for (const record of records) {
        if (checked.withdrawn.has(record.line)) {
          await this.settle(work, checked.settled(record, 'R'));
        } else if (!checked.leftOut.has(record.line) && !isBlank(record.cells)) {
          ready.push(compared(reader.read(record), earlier));
        }
        if (ready.length >= CHUNK) {
          await this.applyChunk(work, ready, earlier !== null);
          ready = [];
        }
      }
    }
    await this.applyChunk(work, ready, earlier !== null);
  }

  private async applyChunk(
    work: FileWork,
    ready: readonly ReadyRow[],
    isReplacing: boolean,
  ): Promise<void> {
    if (ready.length === 0) return;
    const found = await this.fatesOf(work, ready, isReplacing);
    const causes = await this.causes.of(work.file, orphansOf(work.flow, ready, found));
    const fates = withCauses(work.flow, found, causes);
    for (const { isLate, resourceId } of fates) {
      if (isLate && resourceId !== null) work.toRetell.add(resourceId);
    }
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

  /** A test is rehearsed and undone; what a later file replaced is applied no more. */
  private async fatesOf(
    work: FileWork,
    ready: readonly ReadyRow[],
    isReplacing: boolean,
  ): Promise<RowFate[]> {
    const application = this.applications.of(work.flow.code);
    const context = { ...work.apply, isReplacing };
    const standing = ready.filter((row) => !isReplaced(row, work));
    const rows = standing.map(({ checked }) => checked);
    const apply = (): Promise<RowFate[]> => application.apply(rows, context);
    const found = work.isTest
      ? (await this.rehearsal.run(apply)).map(withoutEffect)
      : await apply();
    const fates = new Map(found.map((fate) => [fate.line, fate]));
    return ready.map(({ checked: { line } }) => fates.get(line) ?? replacedRow(line));
  }

  private async settle(work: FileWork, row: ExchangeRow): Promise<void> {
    work.states.push(row.state);
    await this.ledger.insertRows(work.file, [row]);
  }
}

/** The row, with whether the earlier files of its slot say the same. */
function compared(row: ReadyRow, earlier: EarlierVersions | null): ReadyRow {
  if (!earlier || !isSituation(row)) return row;
  const isRepeated = earlier.isRepeatedBy(row);
  return { ...row, checked: { ...row.checked, isRepeated } };
}

/** Of a file that is taken back, only what a file C corrects of another month stands. */
function isReplaced(row: ReadyRow, { isReplaced: isFileReplaced, place }: FileWork): boolean {
  return isFileReplaced && (place.nature !== 'C' || isOfOwnPeriod(row.checked, place));
}

function replacedRow(line: number): RowFate {
  return { line, state: 'P', resourceId: null, recipientId: null, anomalies: [] };
}

/** The records that a test found or made are not its own to name. */
function withoutEffect({ line, state, anomalies }: RowFate): RowFate {
  return { line, state, resourceId: null, recipientId: null, anomalies };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
