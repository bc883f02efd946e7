import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  Clock,
  Ids,
  localDateIn,
  UnitOfWork,
  type Actor,
  type FieldIssue,
  type Role,
} from '../../kernel/index.js';
import { normaliseEmail } from '../domain/account.js';
import { mayManageAccounts } from '../domain/account-approval.rules.js';
import { AccountAlreadyExists, AccountsForbidden, InvalidAccountData } from '../domain/errors.js';
import { isRoleOfKind } from '../domain/membership.rules.js';
import { Accounts, ApprovalCodes, OrganisationCodes } from './ports.js';

/** Somebody who will sign in, with one role in one organisation. */
export interface CreateAccountCommand {
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationCode: string;
}

/** `approvalCode` goes to the second person, who opens the account with it. */
export interface CreatedAccount {
  readonly id: string;
  readonly approvalCode: string;
}

const MAX_NAME = 120;

/** Creates an account that opens nothing until a second person approves it (SEC-06). */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly organisations: OrganisationCodes,
    private readonly approvalCodes: ApprovalCodes,
    private readonly auditTrail: AuditTrail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AccountsForbidden, InvalidAccountData (pointers of the command), AccountAlreadyExists
   */
  async execute(command: CreateAccountCommand, actor: Actor): Promise<CreatedAccount> {
    if (!mayManageAccounts(actor)) throw new AccountsForbidden();
    const { email, displayName } = checked(command);
    const id = this.ids.uuid();
    return this.unitOfWork.run(
      actor,
      async () => {
        const organisation = await this.organisationFor(command);
        const validFrom = localDateIn(this.clock.now(), 'UTC');
        const membership = { organisation, role: command.role, validFrom, validTo: null };
        const account = { id, email, displayName, state: 'pending' } as const;
        const isNew = await this.accounts.add(account, membership, actor.id);
        if (!isNew) throw new AccountAlreadyExists();
        await this.auditTrail.record({
          actor,
          command: 'account.create',
          resource: { type: 'account', id },
          organisationId: organisation.id,
          effectiveOn: null,
          result: 'done',
        });
        const place = { id, organisationId: organisation.id, codeNumber: 1 };
        return { id, approvalCode: this.approvalCodes.issue(place, actor.id) };
      },
      { lens: 'technical' },
    );
  }

  private async organisationFor({ organisationCode, role }: CreateAccountCommand) {
    const organisation = await this.organisations.find(organisationCode);
    if (!organisation) {
      throw invalid('/organisationCode', 'unknown-code', 'Aucune organisation ne porte ce code.');
    }
    if (!isRoleOfKind(role, organisation.kind)) {
      throw invalid('/role', 'wrong-kind', 'Ce rôle ne se tient pas dans cette organisation.');
    }
    return organisation;
  }
}

function checked(command: CreateAccountCommand): { email: string; displayName: string } {
  const email = normaliseEmail(command.email);
  if (email === undefined) {
    throw invalid('/email', 'email', 'Cette adresse électronique n’est pas valable.');
  }
  const displayName = command.displayName.normalize('NFC').trim();
  if (displayName === '' || displayName.length > MAX_NAME || /\p{Cc}/u.test(displayName)) {
    throw invalid('/displayName', 'length', `Le nom porte de 1 à ${MAX_NAME} caractères.`);
  }
  return { email, displayName };
}

function invalid(pointer: string, code: string, detail: string): InvalidAccountData {
  const issue: FieldIssue = { pointer, code, detail };
  return new InvalidAccountData([issue]);
}
