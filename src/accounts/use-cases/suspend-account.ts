import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, localDateIn, UnitOfWork, type Actor } from '../../kernel/index.js';
import type { AccountWithMemberships } from '../domain/account.js';
import {
  reopeningRefusal,
  suspensionRefusal,
  type SuspensionRefusal,
} from '../domain/account-suspension.rules.js';
import {
  AccountsForbidden,
  AccountStateChanged,
  LastAdministrator,
  OwnAccount,
  UnknownAccount,
} from '../domain/errors.js';
import { Accounts, Sessions } from './ports.js';
import { SessionJournal } from './session-journal.js';

const ERRORS = {
  'not-allowed': AccountsForbidden,
  'wrong-state': AccountStateChanged,
  'own-account': OwnAccount,
  'last-administrator': LastAdministrator,
} as const satisfies Record<SuspensionRefusal, new () => Error>;

const TARGETS = {
  suspend: { from: 'active', to: 'suspended' },
  reopen: { from: 'suspended', to: 'active' },
} as const;

/** Suspends an account, its sessions ending at once, and opens it again (SEC-07). */
@Injectable()
export class SuspendAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly journal: SessionJournal,
    private readonly auditTrail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws UnknownAccount, AccountsForbidden, AccountStateChanged, OwnAccount, LastAdministrator */
  suspend(accountId: string, actor: Actor): Promise<void> {
    return this.change('suspend', accountId, actor);
  }

  /** @throws UnknownAccount, AccountsForbidden, AccountStateChanged, OwnAccount */
  reopen(accountId: string, actor: Actor): Promise<void> {
    return this.change('reopen', accountId, actor);
  }

  private async change(act: keyof typeof TARGETS, accountId: string, actor: Actor): Promise<void> {
    await this.unitOfWork.run(
      actor,
      async () => {
        const account = await this.accounts.byId(accountId);
        if (!account) throw new UnknownAccount();
        const refusal = await this.refusalOf(act, account, actor);
        if (refusal) throw new ERRORS[refusal]();
        const { from, to } = TARGETS[act];
        if (!(await this.accounts.move(accountId, from, to))) throw new AccountStateChanged();
        if (act === 'suspend') await this.endSessions(account, actor);
        await this.record(act, account, actor);
      },
      { lens: 'technical' },
    );
  }

  private async endSessions({ id }: AccountWithMemberships, actor: Actor): Promise<void> {
    for (const session of await this.sessions.endOf(id, this.clock.now())) {
      await this.journal.endedBy(actor, session);
    }
  }

  private async refusalOf(
    act: keyof typeof TARGETS,
    account: AccountWithMemberships,
    actor: Actor,
  ): Promise<SuspensionRefusal | undefined> {
    if (act === 'reopen') return reopeningRefusal({ account }, actor);
    const today = localDateIn(this.clock.now(), 'UTC');
    const isAdministrator = account.memberships.some(({ role }) => role === 'admin');
    const isLastAdministrator =
      isAdministrator && !(await this.accounts.hasOtherAdministrator(account.id, today));
    return suspensionRefusal({ account, isLastAdministrator }, actor);
  }

  /** In the journal of the organisation the account was opened for. */
  private async record(
    act: keyof typeof TARGETS,
    { id, memberships }: AccountWithMemberships,
    actor: Actor,
  ): Promise<void> {
    const organisationId = memberships[0]?.organisation.id ?? actor.organisation?.id;
    if (organisationId === undefined) return;
    await this.auditTrail.record({
      actor,
      command: `account.${act}`,
      resource: { type: 'account', id },
      organisationId,
      effectiveOn: null,
      result: 'done',
    });
  }
}
