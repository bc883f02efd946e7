import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox, UnitOfWork, type SystemActor } from '../../kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../organisations/index.js';
import { ExchangeFileBusy, ExchangeFileNotFound } from '../domain/exchange-errors.js';
import type { ExchangeFile, ExchangeFileState } from '../domain/exchange-file.js';
import { FileLeases } from './lease-ports.js';
import { ExchangeLedger } from './ports.js';

/** An operator gives a file back to the processing: one set aside, or one that waits after an error. */
@Injectable()
export class ReplayFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leases: FileLeases,
    private readonly ledger: ExchangeLedger,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @returns the state the file was in; only `registered` and `internal-error` are given back
   * @throws ExchangeFileNotFound for an unknown id
   * @throws ExchangeFileBusy while somebody works on it
   */
  async execute(id: string, operator: SystemActor): Promise<ExchangeFileState> {
    const actor = await this.forItsEmitter(id, operator);
    return this.unitOfWork.run(actor, async () => {
      const file = await this.ledger.takeIfFree(id);
      if (!file) throw new ExchangeFileBusy();
      if (file.state === 'internal-error') await this.ledger.resume(id, 'ENREGISTRE');
      if (file.state === 'internal-error' || file.state === 'registered') {
        await this.tell(file, actor);
      }
      return file.state;
    });
  }

  private async forItsEmitter(id: string, operator: SystemActor): Promise<SystemActor> {
    const lens = { lens: 'technical' } as const;
    const owner = await this.unitOfWork.run(operator, () => this.leases.hasten(id), lens);
    const emitter = owner && (await this.organisations.byId(owner));
    if (!emitter) throw new ExchangeFileNotFound();
    return { ...operator, organisation: scopeOfOrganisation(emitter) };
  }

  private async tell(file: ExchangeFile, actor: SystemActor): Promise<void> {
    await this.audit.record({
      actor,
      command: 'exchange.replay',
      resource: { type: 'exchange-file', id: file.id },
      organisationId: file.organisationId,
      effectiveOn: null,
      result: 'done',
    });
    await this.outbox.publish({
      name: 'exchange-file.replayed.v1',
      organisationId: file.organisationId,
      subjectId: file.id,
      payload: {},
      correlationId: file.correlationId,
    });
  }
}
