import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork, type Actor } from '../../kernel/index.js';
import type { AccountState, AccountWithMemberships } from '../domain/account.js';
import { mayManageAccounts } from '../domain/account-approval.rules.js';
import { AccountsForbidden, UnknownAccount } from '../domain/errors.js';
import {
  Accounts,
  MachineClients,
  Sessions,
  type AccountSearch,
  type ListedClient,
  type OpenSession,
} from './ports.js';

/** Accounts on one page of the list. */
export const ACCOUNTS_PAGE_SIZE = 50;

/** An account with the sessions it works in now. */
export interface ConsultedAccount {
  readonly account: AccountWithMemberships;
  readonly sessions: readonly OpenSession[];
}

/** What administrators see of accounts and clients: nothing of any young person. */
@Injectable()
export class ConsultAccounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly clients: MachineClients,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of the list, and how many accounts each state holds.
   * @param page from 1
   * @throws AccountsForbidden
   */
  page(
    search: AccountSearch,
    page: number,
    actor: Actor,
  ): Promise<{ rows: AccountWithMemberships[]; counts: ReadonlyMap<AccountState, number> }> {
    return this.read(actor, async () => {
      const offset = (page - 1) * ACCOUNTS_PAGE_SIZE;
      const rows = await this.accounts.page(search, { offset, limit: ACCOUNTS_PAGE_SIZE });
      return { rows, counts: await this.accounts.counts(search) };
    });
  }

  /** @throws AccountsForbidden, UnknownAccount */
  one(accountId: string, actor: Actor): Promise<ConsultedAccount> {
    return this.read(actor, async () => {
      const account = await this.accounts.byId(accountId);
      if (!account) throw new UnknownAccount();
      const sessions = await this.sessions.openOf(accountId, this.clock.now());
      return { account, sessions };
    });
  }

  /** Every machine client. @throws AccountsForbidden */
  machineClients(actor: Actor): Promise<readonly ListedClient[]> {
    return this.read(actor, () => this.clients.all());
  }

  private read<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (!mayManageAccounts(actor)) throw new AccountsForbidden();
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }
}
