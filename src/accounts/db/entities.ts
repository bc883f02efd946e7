import { AccessTokenEntity } from './access-token.entity.js';
import { AccountIdentityEntity } from './account-identity.entity.js';
import { AccountEntity } from './account.entity.js';
import { ClientAssertionEntity } from './client-assertion.entity.js';
import { MachineClientEntity } from './machine-client.entity.js';
import { MembershipEntity } from './membership.entity.js';
import { SessionEntity } from './session.entity.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';

/** The tables of this feature, for the data source; they refer to `OrganisationEntity` by its name. */
export const ACCOUNT_ENTITIES = [
  AccountEntity,
  MembershipEntity,
  MachineClientEntity,
  AccessTokenEntity,
  ClientAssertionEntity,
  AccountIdentityEntity,
  SignInAttemptEntity,
  SessionEntity,
];
