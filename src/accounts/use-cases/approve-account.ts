import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, localDateIn, UnitOfWork, type Actor } from '../../kernel/index.js';
import { normaliseEmail, type AccountWithMemberships, type Membership } from '../domain/account.js';
import {
  approvalRefusal,
  mayManageAccounts,
  type ApprovalRefusal,
} from '../domain/account-approval.rules.js';
import {
  AccountNotPending,
  AccountsForbidden,
  SecondPersonNeeded,
  UnknownAccount,
  WrongApprovalCode,
} from '../domain/errors.js';
import { Accounts, ApprovalCodes } from './ports.js';

/** The account to open and the code its creator handed over. */
export interface ApproveAccountCommand {
  readonly email: string;
  readonly approvalCode: string;
}

const ERRORS = {
  'not-pending': AccountNotPending,
  'not-allowed': AccountsForbidden,
  'same-person': SecondPersonNeeded,
} as const satisfies Record<ApprovalRefusal, new () => Error>;

/** Opens an account somebody else created (SEC-06). */
@Injectable()
export class ApproveAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly approvalCodes: ApprovalCodes,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UnknownAccount, WrongApprovalCode, AccountNotPending, AccountsForbidden,
   *   SecondPersonNeeded
   */
  async execute(command: ApproveAccountCommand, actor: Actor): Promise<void> {
    if (!mayManageAccounts(actor)) throw new AccountsForbidden();
    await this.unitOfWork.run(actor, () => this.approve(command, actor), { lens: 'technical' });
  }

  private async approve(command: ApproveAccountCommand, actor: Actor): Promise<void> {
    const { account, membership } = await this.find(command.email);
    const organisationId = membership.organisation.id;
    const { codeNumber } = account;
    const askedBy = this.approvalCodes.askedBy(
      { id: account.id, organisationId, codeNumber },
      command.approvalCode,
    );
    if (askedBy === undefined) throw new WrongApprovalCode();
    const today = localDateIn(this.clock.now(), 'UTC');
    const hasAdministrator = await this.accounts.hasAdministrator(today);
    const { id, state } = account;
    const subject = { id, state, role: membership.role };
    const answeredBy = [askedBy, account.createdBy];
    const refusal = approvalRefusal({ account: subject, answeredBy, hasAdministrator }, actor);
    if (refusal) throw new ERRORS[refusal]();
    if (!(await this.accounts.activate(id, codeNumber))) throw new AccountNotPending();
    await this.auditTrail.record({
      actor,
      command: 'account.approve',
      resource: { type: 'account', id },
      organisationId,
      effectiveOn: null,
      result: 'done',
    });
  }

  /** An account that waits has the one membership it was created with. */
  private async find(
    text: string,
  ): Promise<{ account: AccountWithMemberships; membership: Membership }> {
    const email = normaliseEmail(text);
    const account = email === undefined ? undefined : await this.accounts.byEmail(email);
    const [membership] = account?.memberships ?? [];
    if (!account || !membership) throw new UnknownAccount();
    return { account, membership };
  }
}
