import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Outbox } from '../../kernel/index.js';
import type { DoorFault } from '../catalogue/index.js';
import {
  countRows,
  NO_ROW,
  reportCode,
  type ReportHead,
  type RowCounters,
} from '../domain/exchange-file.js';
import type { FileWork } from './file-work.js';
import { yearOf } from './judge-deposit.js';
import { MarkSlot } from './mark-slot.js';
import { ExchangeLedger } from './ports.js';
import { RefusePass } from './refuse-pass.js';

/** Writes down how the processing of a file ended: state, report, slot, audit and event together. */
@Injectable()
export class ConcludeFile {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly refusePass: RefusePass,
    private readonly markSlot: MarkSlot,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Nothing of the file is applied: its emitter learns why (exchange.md 7.e.7). */
  async reject(work: FileWork, gates: readonly DoorFault[], total: number): Promise<void> {
    await this.refusePass.run(work);
    const counters: RowCounters = { ...NO_ROW, read: total, rejected: total };
    await this.finish(work, 'rejected', counters, 3, gates);
  }

  /** Something odd that only its rows show: it waits for its emitter, who reads meanwhile what they say. */
  async hold({ file }: FileWork, faults: readonly DoorFault[]): Promise<void> {
    await this.ledger.finish(file.id, {
      state: 'held',
      step: 'A_CONFIRMER',
      report: null,
      counters: NO_ROW,
      faults,
      appliedAt: null,
    });
  }

  /** Its rows have their fates; `found` is what remains to be asked about the whole file. */
  async applied(work: FileWork, found: readonly DoorFault[]): Promise<void> {
    const counters = countRows(work.states);
    const hasDoorRemarks = [...work.file.faults, ...found].some(
      ({ level }) => level !== 'INFORMATION',
    );
    const code = reportCode(counters, work.hasRemarks || hasDoorRemarks);
    await this.finish(work, 'applied', counters, code, found);
    if (work.slot) await this.markSlot.execute(work.slot);
  }

  private async finish(
    work: FileWork,
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
