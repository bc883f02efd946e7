import { Injectable } from '@nestjs/common';
import { AuditTrail, Ids, UnitOfWork, type Actor, type FieldIssue } from '../../kernel/index.js';
import { mayManageAccounts } from '../domain/account-approval.rules.js';
import { AccountAlreadyExists, AccountsForbidden, InvalidAccountData } from '../domain/errors.js';
import { isClientId, type ClientCredentials, type PublicKeySet } from '../domain/machine-client.js';
import { isMachineScope, scopesOfKind, type MachineScope } from '../domain/machine-scope.js';
import { ClientAssertions, ClientSecrets, MachineClients, OrganisationCodes } from './ports.js';

/** A client for the software of one organisation. */
export interface CreateMachineClientCommand {
  readonly clientId: string;
  readonly organisationCode: string;
  readonly scopes: readonly string[];
  /**
   * Registered keys, or a secret. Without a value the secret is drawn; a chosen one is for the
   * demonstration only, where it is printed in the documentation.
   */
  readonly authentication:
    | { readonly method: 'keys'; readonly keys: PublicKeySet }
    | { readonly method: 'secret'; readonly secret?: string };
}

/** `secret` is shown once: only its hash is kept. `null` for a client with keys. */
export interface CreatedMachineClient {
  readonly id: string;
  readonly secret: string | null;
}

/** Registers a machine client. */
@Injectable()
export class CreateMachineClient {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clients: MachineClients,
    private readonly organisations: OrganisationCodes,
    private readonly secrets: ClientSecrets,
    private readonly assertions: ClientAssertions,
    private readonly auditTrail: AuditTrail,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws AccountsForbidden, InvalidAccountData (pointers of the command), AccountAlreadyExists
   */
  async execute(command: CreateMachineClientCommand, actor: Actor): Promise<CreatedMachineClient> {
    if (!mayManageAccounts(actor)) throw new AccountsForbidden();
    await this.check(command);
    const { secret, credentials } = await this.credentialsOf(command);
    const id = this.ids.uuid();
    await this.unitOfWork.run(
      actor,
      async () => {
        const organisation = await this.organisations.find(command.organisationCode);
        if (!organisation) throw unknownOrganisation();
        const scopes = grantable(command.scopes, scopesOfKind(organisation.kind));
        const client = { id, clientId: command.clientId, organisation, scopes, ...credentials };
        if (!(await this.clients.add(client))) throw new AccountAlreadyExists();
        await this.auditTrail.record({
          actor,
          command: 'machine-client.create',
          resource: { type: 'machine-client', id },
          organisationId: organisation.id,
          effectiveOn: null,
          result: 'done',
        });
      },
      { lens: 'technical' },
    );
    return { id, secret };
  }

  private async check({ clientId, authentication }: CreateMachineClientCommand): Promise<void> {
    const issues: FieldIssue[] = [];
    if (!isClientId(clientId)) {
      const detail = 'De 3 à 64 lettres sans accent, chiffres, points, tirets ou soulignés.';
      issues.push({ pointer: '/clientId', code: 'pattern', detail });
    }
    if (authentication.method === 'keys') {
      const detail = await this.assertions.keyFault(authentication.keys);
      if (detail) issues.push({ pointer: '/authentication/keys', code: 'invalid-keys', detail });
    }
    if (issues.length > 0) throw new InvalidAccountData(issues);
  }

  private async credentialsOf({ authentication }: CreateMachineClientCommand): Promise<{
    secret: string | null;
    credentials: ClientCredentials;
  }> {
    if (authentication.method === 'keys') {
      return { secret: null, credentials: { secretHash: null, publicKeys: authentication.keys } };
    }
    const secret = authentication.secret ?? this.secrets.draw();
    const secretHash = await this.secrets.hash(secret);
    return { secret, credentials: { secretHash, publicKeys: null } };
  }
}

/** @throws InvalidAccountData naming each scope that is unknown or not for such an organisation. */
function grantable(
  asked: readonly string[],
  possible: readonly MachineScope[],
): readonly MachineScope[] {
  const issues = asked.flatMap((scope, index): FieldIssue[] => {
    if (isMachineScope(scope) && possible.includes(scope)) return [];
    const detail = 'Cette portée est inconnue, ou n’est pas faite pour cette organisation.';
    return [{ pointer: `/scopes/${index}`, code: 'unknown-scope', detail }];
  });
  if (asked.length === 0) {
    const detail = 'Un client porte au moins une portée.';
    issues.push({ pointer: '/scopes', code: 'required', detail });
  }
  if (issues.length > 0) throw new InvalidAccountData(issues);
  return possible.filter((scope) => asked.includes(scope));
}

function unknownOrganisation(): InvalidAccountData {
  const detail = 'Aucune organisation ne porte ce code.';
  return new InvalidAccountData([{ pointer: '/organisationCode', code: 'unknown-code', detail }]);
}
