import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../kernel/index.js';
import type { MachineScope } from '../domain/machine-scope.js';
import { MachineClients } from './ports.js';
import { technicalActor } from './technical-actor.js';

/** What the software of an organisation may do, all its clients in use together. */
@Injectable()
export class ListMachineScopes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clients: MachineClients,
  ) {}

  /** None for an organisation without a client in use. Call it outside of any unit of work. */
  execute(organisationId: string, correlationId: string): Promise<readonly MachineScope[]> {
    return this.unitOfWork.run(technicalActor('machine-scopes.list', correlationId), () =>
      this.clients.scopesOf(organisationId),
    );
  }
}
