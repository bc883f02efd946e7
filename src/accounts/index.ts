export * from './domain/account.js';
export * from './domain/errors.js';
export * from './domain/machine-scope.js';
export * from './domain/membership.rules.js';
export { isStrongEnough } from './domain/sign-in.rules.js';
export {
  CALLBACK_PATH,
  GOODBYE_PATH,
  SignInSettings,
  type ProviderSettings,
} from './credentials/sign-in-settings.js';
export { TOKEN_PATH, TokenAudience } from './credentials/token-audience.js';
export { ACCOUNT_PROBLEMS } from './http/account-problems.js';
export { MachineAuthenticator } from './http/machine-authenticator.js';
export { ApproveAccount, type ApproveAccountCommand } from './use-cases/approve-account.js';
export {
  CreateAccount,
  type CreateAccountCommand,
  type CreatedAccount,
} from './use-cases/create-account.js';
export {
  CreateMachineClient,
  type CreatedMachineClient,
  type CreateMachineClientCommand,
} from './use-cases/create-machine-client.js';
export { IdentifyOperator } from './use-cases/identify-operator.js';
export { ListMachineScopes } from './use-cases/list-machine-scopes.js';
export { PurgeExpiredAccess } from './use-cases/purge-expired-access.js';
export { MAIL_PREFERENCES_PATH } from './web/own-account/own-account.page.js';
export { recordedBy } from './web/recorded-by.js';
export { ROLE_LABELS } from './web/role-labels.js';
export { SessionAuthenticator } from './web/session-authenticator.js';
export { RevokeMachineClient } from './use-cases/revoke-machine-client.js';
