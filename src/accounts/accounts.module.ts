import { Module } from '@nestjs/common';
import { QuotaModule } from '../platform/quota/index.js';
import { JoseClientAssertions } from './credentials/jose-client-assertions.js';
import { ScryptSecrets } from './credentials/scrypt-secrets.js';
import { SealedApprovalCodes } from './credentials/sealed-approval-codes.js';
import { OpenIdIdentityProvider } from './credentials/openid-identity-provider.js';
import { Sha256TokenMint } from './credentials/sha256-token-mint.js';
import { DatabaseAccessTokens } from './db/database-access-tokens.js';
import { DatabaseAccounts } from './db/database-accounts.js';
import { DatabaseMachineClients } from './db/database-machine-clients.js';
import { DatabaseLinkedIdentities } from './db/database-linked-identities.js';
import { DatabaseOrganisationCodes } from './db/database-organisation-codes.js';
import { DatabaseSessions } from './db/database-sessions.js';
import { DatabaseSignInAttempts } from './db/database-sign-in-attempts.js';
import { MachineAuthenticator } from './http/machine-authenticator.js';
import { TokenQuota } from './http/token-quota.js';
import { TokenController } from './http/token.controller.js';
import { ApproveAccount } from './use-cases/approve-account.js';
import { AuthenticateClient } from './use-cases/authenticate-client.js';
import { BeginSignIn } from './use-cases/begin-sign-in.js';
import { CompleteSignIn } from './use-cases/complete-sign-in.js';
import { ConsultAccounts } from './use-cases/consult-accounts.js';
import { CreateAccount } from './use-cases/create-account.js';
import { CreateMachineClient } from './use-cases/create-machine-client.js';
import { EndAccountSession } from './use-cases/end-account-session.js';
import { EndSession } from './use-cases/end-session.js';
import { IdentifyMachine } from './use-cases/identify-machine.js';
import { IdentifyOperator } from './use-cases/identify-operator.js';
import { IdentifySession } from './use-cases/identify-session.js';
import { IssueAccessToken } from './use-cases/issue-access-token.js';
import { ListMachineScopes } from './use-cases/list-machine-scopes.js';
import {
  AccessTokens,
  Accounts,
  ApprovalCodes,
  ClientAssertions,
  ClientSecrets,
  IdentityProvider,
  LinkedIdentities,
  MachineClients,
  OrganisationCodes,
  Sessions,
  SignInAttempts,
  TokenMint,
} from './use-cases/ports.js';
import { OwnSessions } from './use-cases/own-sessions.js';
import { PurgeExpiredAccess } from './use-cases/purge-expired-access.js';
import { RenewApprovalCode } from './use-cases/renew-approval-code.js';
import { RevokeMachineClient } from './use-cases/revoke-machine-client.js';
import { SessionJournal } from './use-cases/session-journal.js';
import { SuspendAccount } from './use-cases/suspend-account.js';
import { SwitchOrganisation } from './use-cases/switch-organisation.js';
import { AccountsController } from './web/administration/accounts.controller.js';
import { ClientsController } from './web/administration/clients.controller.js';
import { Cookies } from './web/cookies.js';
import { OrganisationController } from './web/organisation.controller.js';
import { OwnAccountController } from './web/own-account/own-account.controller.js';
import { SessionAuthenticator } from './web/session-authenticator.js';
import { SignInQuota } from './web/sign-in-quota.js';
import { SignInController } from './web/sign-in.controller.js';

/**
 * Accounts and machine clients. The composition root gives, for every module: `UnitOfWork`, `Clock`,
 * `Ids`, `AuditTrail`, `FieldCipher`, `TokenAudience` and `SignInSettings`.
 */
@Module({
  imports: [QuotaModule],
  controllers: [
    TokenController,
    SignInController,
    OrganisationController,
    OwnAccountController,
    AccountsController,
    ClientsController,
  ],
  providers: [
    { provide: Accounts, useClass: DatabaseAccounts },
    { provide: MachineClients, useClass: DatabaseMachineClients },
    { provide: AccessTokens, useClass: DatabaseAccessTokens },
    { provide: OrganisationCodes, useClass: DatabaseOrganisationCodes },
    { provide: ClientSecrets, useClass: ScryptSecrets },
    { provide: TokenMint, useClass: Sha256TokenMint },
    { provide: ClientAssertions, useClass: JoseClientAssertions },
    { provide: ApprovalCodes, useClass: SealedApprovalCodes },
    { provide: LinkedIdentities, useClass: DatabaseLinkedIdentities },
    { provide: SignInAttempts, useClass: DatabaseSignInAttempts },
    { provide: Sessions, useClass: DatabaseSessions },
    { provide: IdentityProvider, useClass: OpenIdIdentityProvider },
    TokenQuota,
    AuthenticateClient,
    IssueAccessToken,
    IdentifyMachine,
    IdentifyOperator,
    ListMachineScopes,
    PurgeExpiredAccess,
    CreateMachineClient,
    RevokeMachineClient,
    CreateAccount,
    ApproveAccount,
    MachineAuthenticator,
    BeginSignIn,
    CompleteSignIn,
    IdentifySession,
    EndSession,
    SwitchOrganisation,
    SessionJournal,
    OwnSessions,
    ConsultAccounts,
    SuspendAccount,
    EndAccountSession,
    RenewApprovalCode,
    SignInQuota,
    Cookies,
    SessionAuthenticator,
  ],
  exports: [
    MachineAuthenticator,
    SessionAuthenticator,
    IdentifyOperator,
    ListMachineScopes,
    PurgeExpiredAccess,
    CreateMachineClient,
    RevokeMachineClient,
    CreateAccount,
    ApproveAccount,
  ],
})
export class AccountsModule {}
