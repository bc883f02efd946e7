import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Outbox, UnitOfWork } from '../../kernel/index.js';
import type { Actor } from '../../kernel/index.js';
import {
  ConfirmationUnknown,
  ExchangeFileBusy,
  ExchangeFileNotFound,
  ExchangeFileNotHeld,
  TestForgotten,
} from '../domain/exchange-errors.js';
import { codesToConfirm, type ExchangeFile } from '../domain/exchange-file.js';
import { isForgotten } from '../domain/test-keeping.js';
import { ExchangeLedger } from './ports.js';

/** The emitter confirms that what looks odd in its file is right; the file then goes on. */
@Injectable()
export class ConfirmHeldFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: ExchangeLedger,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the file, registered again once nothing is left to confirm
   * @throws ExchangeFileNotFound for an unknown or foreign id
   * @throws ExchangeFileBusy while another request holds it
   * @throws ExchangeFileNotHeld when it waits for nothing
   * @throws TestForgotten for a test older than seven days: its bytes are gone
   * @throws ConfirmationUnknown for a code it does not wait for
   */
  execute(id: string, code: string, actor: Actor): Promise<ExchangeFile> {
    return this.unitOfWork.run(actor, async () => {
      const file = await this.held(id);
      const awaited = codesToConfirm(file);
      if (!awaited.includes(code)) throw new ConfirmationUnknown();
      await this.ledger.confirm(id, code);
      await this.audit.record({
        actor,
        command: 'exchange.confirm',
        resource: { type: 'exchange-file', id },
        organisationId: file.organisationId,
        effectiveOn: null,
        result: 'done',
        detail: code,
      });
      const confirmed = await this.ledger.confirmedCodes(id);
      const isComplete = awaited.every((one) => confirmed.includes(one));
      return isComplete ? this.resume(file) : file;
    });
  }

  private async held(id: string): Promise<ExchangeFile> {
    if (!(await this.ledger.byId(id))) throw new ExchangeFileNotFound();
    const file = await this.ledger.takeIfFree(id);
    if (!file) throw new ExchangeFileBusy();
    if (file.state !== 'held') throw new ExchangeFileNotHeld();
    if (isForgotten(file, this.clock.now())) throw new TestForgotten();
    return file;
  }

  private async resume(file: ExchangeFile): Promise<ExchangeFile> {
    await this.ledger.resume(file.id, 'ENREGISTRE');
    await this.outbox.publish({
      name: 'exchange-file.confirmed.v1',
      organisationId: file.organisationId,
      subjectId: file.id,
      payload: {},
      correlationId: file.correlationId,
    });
    return { ...file, state: 'registered', step: 'ENREGISTRE' };
  }
}
