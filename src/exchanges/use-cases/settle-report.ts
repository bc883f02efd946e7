import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Outbox } from '../../kernel/index.js';
import type { SystemActor } from '../../kernel/index.js';
import { NO_ROW, type ExchangeFile } from '../domain/exchange-file.js';
import { SlotFiles } from './calendar-ports.js';
import { yearOf } from './judge-deposit.js';
import { ExchangeLedger } from './ports.js';

/** Makes the report of a file final, under a number of its own (exchange.md 7.d, CRM). */
@Injectable()
export class SettleReport {
  constructor(
    private readonly ledger: ExchangeLedger,
    private readonly files: SlotFiles,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Inside a unit of work of the emitter. @returns false when it is final already */
  async execute(fileId: string, actor: SystemActor): Promise<boolean> {
    const file = await this.ledger.takeForProcessing(fileId);
    if (file?.report?.stage !== 'PROVISOIRE') return false;
    if (file.state !== 'applied' && file.state !== 'rejected') return false;
    const number = await this.nextNumber();
    const state = file.state === 'applied' ? 'closed' : 'rejected';
    await this.files.settle(fileId, { state, step: 'CLOS', number });
    await this.trace(file, number, actor);
    return true;
  }

  /** Nobody confirmed it in time: nothing of it is taken (exchange.md 7.c, A_CONFIRMER). */
  async expire(fileId: string, actor: SystemActor): Promise<void> {
    const file = await this.ledger.takeForProcessing(fileId);
    if (file?.state !== 'held') return;
    const number = await this.nextNumber();
    const read = file.rows ?? 0;
    await this.ledger.finish(file.id, {
      state: 'rejected',
      step: 'REJETE',
      report: { number, stage: 'DEFINITIF', code: 3 },
      counters: { ...NO_ROW, read, rejected: read },
      faults: [],
      appliedAt: this.clock.now(),
    });
    await this.trace(file, number, actor);
  }

  private nextNumber(): Promise<string> {
    return this.ledger.nextReport(yearOf(this.clock.now()));
  }

  private async trace(file: ExchangeFile, number: string, actor: SystemActor): Promise<void> {
    await this.audit.record({
      actor,
      command: 'exchange.settle-report',
      resource: { type: 'exchange-file', id: file.id },
      organisationId: file.organisationId,
      effectiveOn: null,
      result: 'done',
      detail: number,
    });
    await this.outbox.publish({
      name: 'exchange-file.closed.v1',
      organisationId: file.organisationId,
      subjectId: file.id,
      payload: {},
      correlationId: file.correlationId,
    });
  }
}
