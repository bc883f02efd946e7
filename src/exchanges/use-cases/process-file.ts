import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Ids, Outbox, UnitOfWork } from '../../kernel/index.js';
import type { FileActor, SystemActor } from '../../kernel/index.js';
import {
  OrganisationDirectory,
  scopeOfOrganisation,
  type Organisation,
} from '../../organisations/index.js';
import type { DoorFault } from '../catalogue/index.js';
import {
  countRows,
  NO_ROW,
  reportCode,
  type ExchangeFile,
  type ExchangePlace,
  type ExchangeRow,
  type ReportHead,
  type RowCounters,
  type RowState,
} from '../domain/exchange-file.js';
import { mapHeader, type CheckContext, type Flow, type HeaderMapping } from '../flow/index.js';
import { flowNamed } from '../flows/index.js';
import { readTable } from '../report/index.js';
import { RowsToApply, rowOfFate, type ReadyRow } from './apply-rows.js';
import { CheckContexts } from './check-contexts.js';
import { RowsChecked } from './check-rows.js';
import { FlowApplications, type ApplyContext } from './flow-ports.js';
import { stopsFile, yearOf } from './judge-deposit.js';
import { MarkSlot } from './mark-slot.js';
import { ContentStore, ExchangeLedger, IdentityReviews, SlotBook } from './ports.js';

/** Rows applied together: one round of set-based statements. */
const CHUNK = 1_000;

/** A file being processed. */
interface Work {
  readonly file: ExchangeFile;
  readonly place: ExchangePlace;
  readonly flow: Flow;
  readonly emitter: Organisation;
  readonly context: CheckContext;
  readonly apply: ApplyContext;
  mapping: HeaderMapping;
  anomalies: number;
  readonly states: RowState[];
}

/**
 * Processes a registered file: every row checked, the gates of the whole file, then every accepted
 * row applied as a command, its fate and its anomalies recorded, in one transaction. A crash leaves
 * the file registered; processing it twice changes nothing more.
 */
@Injectable()
export class ProcessFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: ExchangeLedger,
    private readonly contents: ContentStore,
    private readonly reviews: IdentityReviews,
    private readonly slots: SlotBook,
    private readonly markSlot: MarkSlot,
    private readonly applications: FlowApplications,
    private readonly contexts: CheckContexts,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** `actor` is the service acting for the emitter. A file already processed is left alone. */
  async execute(fileId: string, actor: SystemActor): Promise<void> {
    await this.unitOfWork.run(actor, async () => {
      const file = await this.ledger.takeForProcessing(fileId);
      if (file?.state !== 'registered' || !file.place) return;
      await this.ledger.lockFlow(file.organisationId, file.place.flow);
      const work = await this.prepare(file, file.place);
      const checked = await this.checkRows(work);
      const gates = checked.gates();
      if (stopsFile(gates)) return this.reject(work, gates, checked.total);
      await this.applyRows(work, checked);
      await this.conclude(work, checked.hasRemarks);
    });
  }

  private async prepare(file: ExchangeFile, place: ExchangePlace): Promise<Work> {
    const flow: Flow | undefined = flowNamed(place.flow);
    const emitter = await this.organisations.byId(file.organisationId);
    if (!flow || !emitter) throw new Error('a registered file has a known flow and emitter');
    const slot = await this.slotOf(file, place);
    // The moment of the deposit counts, not that of the processing (exchange.md 6.1 #18).
    const isSlotOpen = slot ? file.receivedAt < slot.closesAt : true;
    const nature = place.nature === 'N' || place.nature === 'A' ? 'I' : place.nature;
    const facts = { nature, period: place.period, isSlotOpen };
    const context = await this.contexts.of(emitter, facts);
    return {
      file,
      place,
      flow,
      emitter,
      context,
      apply: { actor: fileActor(file, emitter), emitter, today: context.on },
      mapping: { width: 0, indexes: [] },
      anomalies: 0,
      states: [],
    };
  }

  private slotOf(file: ExchangeFile, { flow, mode, period }: ExchangePlace) {
    return file.slotId ? this.slots.find(file.organisationId, flow, mode, period) : null;
  }

  private async checkRows(work: Work): Promise<RowsChecked> {
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
      await this.noteAnomalies(work, anomalies);
    }
    checked ??= new RowsChecked(work.flow, work.context, work.mapping);
    await this.noteAnomalies(work, checked.end());
    return checked;
  }

  private async applyRows(work: Work, checked: RowsChecked): Promise<void> {
    const reader = new RowsToApply(work.flow, work.place, work.context, work.mapping);
    let ready: ReadyRow[] = [];
    for await (const { records } of readTable(this.contents.read(work.file.id), work.file)) {
      for (const record of records) {
        if (checked.withdrawn.has(record.line))
          await this.settle(work, checked.settled(record, 'R'));
        else if (!checked.leftOut.has(record.line) && !isBlank(record.cells)) {
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

  private async applyChunk(work: Work, ready: readonly ReadyRow[]): Promise<void> {
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
    await this.noteAnomalies(
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

  private async settle(work: Work, row: ExchangeRow): Promise<void> {
    work.states.push(row.state);
    await this.ledger.insertRows(work.file, [row]);
  }

  private async noteAnomalies(
    work: Work,
    anomalies: Parameters<ExchangeLedger['insertAnomalies']>[2],
  ): Promise<void> {
    if (anomalies.length === 0) return;
    await this.ledger.insertAnomalies(work.file, work.anomalies + 1, anomalies);
    work.anomalies += anomalies.length;
  }

  /** Nothing of the file is applied: its emitter learns why (exchange.md 7.e.7). */
  private async reject(work: Work, gates: readonly DoorFault[], total: number): Promise<void> {
    const counters: RowCounters = { ...NO_ROW, read: total, rejected: total };
    await this.finish(work, 'rejected', counters, 3, gates);
  }

  private async conclude(work: Work, hasRemarks: boolean): Promise<void> {
    const counters = countRows(work.states);
    const hasDoorRemarks = work.file.faults.some(({ level }) => level !== 'INFORMATION');
    const code = reportCode(counters, hasRemarks || hasDoorRemarks);
    await this.finish(work, 'applied', counters, code, []);
    const slot = await this.slotOf(work.file, work.place);
    if (slot) await this.markSlot.execute(slot, work.place.nature);
  }

  private async finish(
    work: Work,
    state: 'applied' | 'rejected',
    counters: RowCounters,
    code: ReportHead['code'],
    faults: readonly DoorFault[],
  ): Promise<void> {
    const now = this.clock.now();
    const number = await this.ledger.nextReport(yearOf(now));
    await this.ledger.finish(work.file.id, {
      state,
      step: state === 'applied' ? 'APPLIQUE' : 'REJETE',
      report: { number, stage: 'PROVISOIRE', code },
      counters,
      faults,
      appliedAt: now,
    });
    await this.audit.record({
      actor: work.apply.actor,
      command: 'exchange.process',
      resource: { type: 'exchange-file', id: work.file.id },
      organisationId: work.emitter.id,
      effectiveOn: null,
      result: state === 'applied' ? 'done' : 'refused',
      detail: `CRM ${code}`,
    });
    const { flow, mode, period, nature } = work.place;
    await this.outbox.publish({
      name: `exchange-file.${state}.v1`,
      organisationId: work.emitter.id,
      subjectId: work.file.id,
      payload: { flow, mode, period, nature },
      correlationId: work.file.correlationId,
    });
  }
}

/** A row acts for the emitter, with what the depositing client may do and nothing more. */
function fileActor(file: ExchangeFile, emitter: Organisation): FileActor {
  return {
    type: 'file',
    id: file.id,
    scopes: file.depositorScopes,
    organisation: scopeOfOrganisation(emitter),
    channel: { kind: 'file', fileId: file.id, line: null },
    correlationId: file.correlationId,
  };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
