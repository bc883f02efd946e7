import { Injectable } from '@nestjs/common';
import { Outbox } from '../../kernel/index.js';
import { ReviewOvertaken } from '../domain/review-errors.js';
import { mapHeader } from '../flow/index.js';
import { readTable } from '../report/index.js';
import { ApplyReviewedRow, type ReviewedRow, type RowToTakeBack } from './apply-reviewed-row.js';
import { RowsToApply, type ReadyRow } from './apply-rows.js';
import type { RowFate } from './flow-ports.js';
import { ContentStore } from './ports.js';
import { ReviewedRows, type ReviewedRowWork } from './reviewed-rows.js';
import { StatementLedger } from './statement-ledger.js';

/** Applies one row of a file for the person that a human recognised, in that human's name. */
@Injectable()
export class ReapplyRow extends ApplyReviewedRow {
  constructor(
    private readonly said: StatementLedger,
    private readonly contents: ContentStore,
    private readonly rows: ReviewedRows,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  override async execute(reviewed: ReviewedRow): Promise<RowFate> {
    const { file, line, chosenId, actor } = reviewed;
    if (await this.said.isRowReplaced(file.id, line)) return replacedRow(line);
    const work = await this.rows.prepare(reviewed);
    const { application, apply } = work;
    const ready = await this.rowAt(file, line, work);
    const row = { ...ready.checked, ...(chosenId ? { chosenId } : {}) };
    const [fate] = await application.apply([row], apply);
    if (!fate) throw new Error('one fate per row');
    if (fate.isLate && fate.resourceId !== null) {
      const { resourceId } = fate;
      await application.retell([resourceId], apply, new Map([[resourceId, row]]));
    }
    if (fate.state === 'A') await this.tellRecipients(file, actor);
    return fate;
  }

  override async takeBack(taken: RowToTakeBack): Promise<void> {
    const { file, line, actor, state, resourceId, decidedAt } = taken;
    if (resourceId === null || (await this.said.isRowReplaced(file.id, line))) return;
    const hasMovedOn = await this.said.hasMovedOn(
      resourceId,
      { organisationId: file.organisationId, flow: file.place?.flow ?? '' },
      decidedAt,
    );
    // What the row only confirmed stays as it is.
    if (hasMovedOn && state === 'I') return;
    const { application, apply } = await this.rows.prepare(taken);
    if (hasMovedOn || !(await application.takeBack(resourceId, apply))) throw new ReviewOvertaken();
    await this.tellRecipients(file, actor);
  }

  /** The recipient of the row may now have something to receive. */
  private async tellRecipients(
    { id, organisationId, place }: ReviewedRow['file'],
    { correlationId }: ReviewedRow['actor'],
  ): Promise<void> {
    if (!place) return;
    const { flow, mode, period, nature } = place;
    await this.outbox.publish({
      name: 'exchange-file.applied.v1',
      organisationId,
      subjectId: id,
      payload: { flow, mode, period, nature },
      correlationId,
    });
  }

  private async rowAt(
    file: ReviewedRow['file'],
    line: number,
    { flow, place, context }: ReviewedRowWork,
  ): Promise<ReadyRow> {
    for await (const { header, records } of readTable(this.contents.read(file.id), file)) {
      const record = records.find((one) => one.line === line);
      if (!record) continue;
      return RowsToApply.within(flow, place, context, mapHeader(flow, header).mapping).read(record);
    }
    throw new Error(`the ${flow.code} file has no line ${line}`);
  }
}

/** A later file of the slot says what there is to say of it. */
function replacedRow(line: number): RowFate {
  return { line, state: 'P', resourceId: null, recipientId: null, anomalies: [] };
}
