import { Injectable } from '@nestjs/common';
import {
  Clock,
  localDateIn,
  UnitOfWork,
  type Channel,
  type PersonActor,
} from '../../kernel/index.js';
import { isInForce, normaliseEmail } from '../domain/account.js';
import { AccountsForbidden } from '../domain/errors.js';
import { Accounts } from './ports.js';
import { technicalActor } from './technical-actor.js';

/**
 * The administrator at the command line, by address. The command line knows no sign-in: whoever runs it
 * already holds the database. What it brings is a journal that names a person.
 */
@Injectable()
export class IdentifyOperator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** @throws AccountsForbidden when the address is not that of an active administrator */
  async execute(
    address: string,
    trace: { readonly channel: Channel; readonly correlationId: string },
  ): Promise<PersonActor> {
    const email = normaliseEmail(address) ?? '';
    const account = await this.unitOfWork.run(
      technicalActor('account.identify-operator', trace.correlationId),
      () => this.accounts.byEmail(email),
    );
    const today = localDateIn(this.clock.now(), 'UTC');
    const membership = account?.memberships.find(
      (one) => one.role === 'admin' && isInForce(one, today),
    );
    if (!account || account.state !== 'active' || !membership) throw new AccountsForbidden();
    const { organisation } = membership;
    return { type: 'person', id: account.id, role: 'admin', organisation, ...trace };
  }
}
