import { Injectable } from '@nestjs/common';
import { AuditTrail, UnitOfWork, type Actor } from '../../kernel/index.js';
import { mayManageAccounts } from '../domain/account-approval.rules.js';
import { AccountNotPending, AccountsForbidden, UnknownAccount } from '../domain/errors.js';
import { Accounts, ApprovalCodes } from './ports.js';

/**
 * Gives a new code for an account whose code was lost. Whoever asks for it answers for the account as
 * its creator does, and neither may approve it: it still takes somebody else (SEC-06). The code that was
 * lost opens nothing any more, wherever it turns up.
 */
@Injectable()
export class RenewApprovalCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly approvalCodes: ApprovalCodes,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** @throws AccountsForbidden, UnknownAccount, AccountNotPending */
  async execute(accountId: string, actor: Actor): Promise<string> {
    if (!mayManageAccounts(actor)) throw new AccountsForbidden();
    return this.unitOfWork.run(actor, () => this.renew(accountId, actor), { lens: 'technical' });
  }

  private async renew(accountId: string, actor: Actor): Promise<string> {
    const account = await this.accounts.byId(accountId);
    const organisationId = account?.memberships[0]?.organisation.id;
    if (!account || organisationId === undefined) throw new UnknownAccount();
    const codeNumber = await this.accounts.nextCode(accountId);
    if (codeNumber === undefined) throw new AccountNotPending();
    await this.auditTrail.record({
      actor,
      command: 'account.renew-code',
      resource: { type: 'account', id: accountId },
      organisationId,
      effectiveOn: null,
      result: 'done',
    });
    return this.approvalCodes.issue({ id: accountId, organisationId, codeNumber }, actor.id);
  }
}
