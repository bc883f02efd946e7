import { Module } from '@nestjs/common';
import { JoseClientAssertions } from './credentials/jose-client-assertions.js';
import { ScryptSecrets } from './credentials/scrypt-secrets.js';
import { SealedApprovalCodes } from './credentials/sealed-approval-codes.js';
import { Sha256TokenMint } from './credentials/sha256-token-mint.js';
import { DatabaseAccessTokens } from './db/database-access-tokens.js';
import { DatabaseAccounts } from './db/database-accounts.js';
import { DatabaseMachineClients } from './db/database-machine-clients.js';
import { DatabaseOrganisationCodes } from './db/database-organisation-codes.js';
import { MachineAuthenticator } from './http/machine-authenticator.js';
import { TokenQuota } from './http/token-quota.js';
import { TokenController } from './http/token.controller.js';
import { ApproveAccount } from './use-cases/approve-account.js';
import { AuthenticateClient } from './use-cases/authenticate-client.js';
import { CreateAccount } from './use-cases/create-account.js';
import { CreateMachineClient } from './use-cases/create-machine-client.js';
import { IdentifyMachine } from './use-cases/identify-machine.js';
import { IdentifyOperator } from './use-cases/identify-operator.js';
import { IssueAccessToken } from './use-cases/issue-access-token.js';
import { ListMachineScopes } from './use-cases/list-machine-scopes.js';
import {
  AccessTokens,
  Accounts,
  ApprovalCodes,
  ClientAssertions,
  ClientSecrets,
  MachineClients,
  OrganisationCodes,
  TokenMint,
} from './use-cases/ports.js';
import { PurgeExpiredTokens } from './use-cases/purge-expired-tokens.js';
import { RevokeMachineClient } from './use-cases/revoke-machine-client.js';

/**
 * Accounts and machine clients. The composition root gives, for every module: `UnitOfWork`, `Clock`,
 * `Ids`, `AuditTrail`, `FieldCipher` and `TokenAudience`.
 */
@Module({
  controllers: [TokenController],
  providers: [
    { provide: Accounts, useClass: DatabaseAccounts },
    { provide: MachineClients, useClass: DatabaseMachineClients },
    { provide: AccessTokens, useClass: DatabaseAccessTokens },
    { provide: OrganisationCodes, useClass: DatabaseOrganisationCodes },
    { provide: ClientSecrets, useClass: ScryptSecrets },
    { provide: TokenMint, useClass: Sha256TokenMint },
    { provide: ClientAssertions, useClass: JoseClientAssertions },
    { provide: ApprovalCodes, useClass: SealedApprovalCodes },
    TokenQuota,
    AuthenticateClient,
    IssueAccessToken,
    IdentifyMachine,
    IdentifyOperator,
    ListMachineScopes,
    PurgeExpiredTokens,
    CreateMachineClient,
    RevokeMachineClient,
    CreateAccount,
    ApproveAccount,
    MachineAuthenticator,
  ],
  exports: [
    MachineAuthenticator,
    IdentifyOperator,
    ListMachineScopes,
    PurgeExpiredTokens,
    CreateMachineClient,
    RevokeMachineClient,
    CreateAccount,
    ApproveAccount,
  ],
})
export class AccountsModule {}
