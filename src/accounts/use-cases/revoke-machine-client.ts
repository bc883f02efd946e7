import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { mayManageAccounts } from '../domain/account-approval.rules.js';
import { AccountsForbidden, UnknownAccount } from '../domain/errors.js';
import { MachineClients } from './ports.js';

/** Closes a machine client for good; its tokens die within a minute (SEC-09). */
@Injectable()
export class RevokeMachineClient {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clients: MachineClients,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** @throws AccountsForbidden, UnknownAccount when no such client is in use */
  async execute(command: { readonly clientId: string }, actor: Actor): Promise<void> {
    if (!mayManageAccounts(actor)) throw new AccountsForbidden();
    await this.unitOfWork.run(
      actor,
      async () => {
        const client = await this.clients.revoke(command.clientId);
        if (!client) throw new UnknownAccount();
        await this.auditTrail.record({
          actor,
          command: 'machine-client.revoke',
          resource: { type: 'machine-client', id: client.id },
          organisationId: client.organisation.id,
          effectiveOn: null,
          result: 'done',
        });
      },
      { lens: 'technical' },
    );
  }
}
