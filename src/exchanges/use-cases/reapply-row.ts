import { Injectable } from '@nestjs/common';
import { Outbox } from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { mapHeader, type Flow } from '../flow/index.js';
import { flowNamed } from '../flows/index.js';
import { readTable } from '../report/index.js';
import { ApplyReviewedRow, type ReviewedRow } from './apply-reviewed-row.js';
import { RowsToApply, type ReadyRow } from './apply-rows.js';
import { CheckContexts } from './check-contexts.js';
import { FlowApplications, type RowFate } from './flow-ports.js';
import { ContentStore } from './ports.js';
import { StatementLedger } from './statement-ledger.js';

/** Applies one row of a file for the person that a human recognised, in that human's name. */
@Injectable()
export class ReapplyRow extends ApplyReviewedRow {
  constructor(
    private readonly said: StatementLedger,
    private readonly contents: ContentStore,
    private readonly contexts: CheckContexts,
    private readonly organisations: OrganisationDirectory,
    private readonly applications: FlowApplications,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  override async execute({ file, line, chosenId, actor }: ReviewedRow): Promise<RowFate> {
    const { place } = file;
    if (await this.said.isRowReplaced(file.id, line)) return replacedRow(line);
    const flow = place && flowNamed(place.flow);
    const emitter = await this.organisations.byId(file.organisationId);
    if (!place || !flow || !emitter) throw new Error('a reviewed row comes from a processed file');
    const nature = place.nature === 'N' || place.nature === 'A' ? 'I' : place.nature;
    const facts = { nature, period: place.period, isSlotOpen: true };
    const context = await this.contexts.of(emitter, facts);
    const ready = await this.rowAt(file, line, flow, (header) => {
      const { mapping } = mapHeader(flow, header);
      return RowsToApply.within(flow, place, context, mapping);
    });
    const application = this.applications.of(flow.code);
    const apply = {
      actor: { ...actor, channel: { kind: 'file', fileId: file.id, line } as const },
      emitter,
      today: context.on,
      fileId: file.id,
      isReplacing: false,
    };
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
    flow: Flow,
    readerOf: (header: readonly string[]) => RowsToApply,
  ): Promise<ReadyRow> {
    for await (const { header, records } of readTable(this.contents.read(file.id), file)) {
      const record = records.find((one) => one.line === line);
      if (record) return readerOf(header).read(record);
    }
    throw new Error(`the ${flow.code} file has no line ${line}`);
  }
}

/** A later file of the slot says what there is to say of it. */
function replacedRow(line: number): RowFate {
  return { line, state: 'P', resourceId: null, recipientId: null, anomalies: [] };
}
