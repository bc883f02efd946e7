import { Injectable } from '@nestjs/common';
import {
  ApproveAccount,
  CreateAccount,
  CreateMachineClient,
  IdentifyOperator,
  scopesOfKind,
} from '../accounts/index.js';
import { UnitOfWork, type Actor, type SystemActor } from '../kernel/index.js';
import { DEMONSTRATION_ACCOUNTS, type DemonstrationAccount } from './demonstration-accounts.js';
import { DEMONSTRATION_CLIENTS, DEMONSTRATION_SECRET } from './demonstration-clients.js';
import { SeededIds } from './seeded-ids.js';

/** Opens the accounts and registers the machine clients of the demonstration. */
@Injectable()
export class OpenAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly createAccount: CreateAccount,
    private readonly approveAccount: ApproveAccount,
    private readonly identifyOperator: IdentifyOperator,
    private readonly createMachineClient: CreateMachineClient,
    private readonly ids: SeededIds,
  ) {}

  /** All accounts or none: a start cut short does it again. */
  accounts(actor: SystemActor): Promise<void> {
    this.ids.open('accounts');
    return this.unitOfWork.run(actor, () => this.openAll(actor), { lens: 'technical' });
  }

  /** All clients or none; they come last, and so say that the demonstration is complete. */
  clients(actor: SystemActor): Promise<void> {
    this.ids.open('clients');
    const register = async (): Promise<void> => {
      for (const { clientId, organisationCode, kind } of DEMONSTRATION_CLIENTS) {
        const authentication = { method: 'secret', secret: DEMONSTRATION_SECRET } as const;
        const scopes = scopesOfKind(kind);
        await this.createMachineClient.execute(
          { clientId, organisationCode, scopes, authentication },
          actor,
        );
      }
    };
    return this.unitOfWork.run(actor, register, { lens: 'technical' });
  }

  private async openAll(actor: SystemActor): Promise<void> {
    const [first, ...others] = DEMONSTRATION_ACCOUNTS;
    if (!first) return;
    await this.open(first, actor, actor);
    const { channel, correlationId } = actor;
    const administrator = await this.identifyOperator.execute(first.email, {
      channel,
      correlationId,
    });
    for (const account of others) await this.open(account, actor, administrator);
  }

  private async open(account: DemonstrationAccount, creator: Actor, second: Actor): Promise<void> {
    const { approvalCode } = await this.createAccount.execute(account, creator);
    await this.approveAccount.execute({ email: account.email, approvalCode }, second);
  }
}
