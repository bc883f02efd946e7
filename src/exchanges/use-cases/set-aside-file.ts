import { Injectable } from '@nestjs/common';
import { AuditTrail, Outbox, UnitOfWork, systemActor } from '../../kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../organisations/index.js';
import { NO_ROW } from '../domain/exchange-file.js';
import type { TroubledFile } from './lease-ports.js';
import { ExchangeLedger } from './ports.js';

const TASK = 'exchange.set-aside';

/**
 * Takes a file that we fail on out of the queue (exchange.md 6.7 #96). Nothing of it is applied; its
 * emitter reads that it is an incident of ours, with nothing to do; an operator gives it back.
 */
@Injectable()
export class SetAsideFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: ExchangeLedger,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** @returns false when somebody else has seen to it */
  async execute({ fileId, organisationId }: TroubledFile): Promise<boolean> {
    const emitter = await this.organisations.byId(organisationId);
    if (!emitter) throw new Error('a file in the ledger has a known emitter');
    const actor = systemActor(TASK, scopeOfOrganisation(emitter), fileId);
    return this.unitOfWork.run(actor, async () => {
      const file = await this.ledger.takeIfFree(fileId);
      if (file?.step !== 'ENREGISTRE') return false;
      await this.ledger.finish(fileId, {
        state: 'internal-error',
        step: 'EN_ERREUR_INTERNE',
        report: null,
        counters: NO_ROW,
        faults: [],
        appliedAt: null,
      });
      await this.audit.record({
        actor,
        command: 'exchange.set-aside',
        resource: { type: 'exchange-file', id: fileId },
        organisationId,
        effectiveOn: null,
        result: 'done',
        detail: 'EN_ERREUR_INTERNE',
      });
      await this.outbox.publish({
        name: 'exchange-file.set-aside.v1',
        organisationId,
        subjectId: fileId,
        payload: {},
        correlationId: file.correlationId,
      });
      return true;
    });
  }
}
