import type { Instant, LocalDate, OrganisationScope, Role } from '../../kernel/index.js';
import type {
  Account,
  AccountState,
  AccountWithMemberships,
  Membership,
} from '../domain/account.js';
import type { AssertionProof } from '../domain/assertion.rules.js';
import type {
  MachineClient,
  PublicKeySet,
  StoredToken,
  TokenHolder,
} from '../domain/machine-client.js';
import type { MachineScope } from '../domain/machine-scope.js';
import type { Session } from '../domain/session.js';
import type { ProvenIdentity } from '../domain/sign-in.rules.js';

// Everything that stores is called inside a unit of work of the technical scope.

/** Accounts of people and what they may be used for. */
export abstract class Accounts {
  /** @returns false, and adds nothing, when the address is taken. */
  abstract add(account: Account, membership: Membership, createdBy: string): Promise<boolean>;
  abstract byEmail(email: string): Promise<AccountWithMemberships | undefined>;
  abstract byId(id: string): Promise<AccountWithMemberships | undefined>;
  /** Opens an account that waits under its latest code. @returns false when it does not, or no more. */
  abstract activate(accountId: string, codeNumber: number): Promise<boolean>;
  /** Counts one more code of an account that waits; nothing when it does not wait any more. */
  abstract nextCode(accountId: string): Promise<number | undefined>;
  /** True when an open account holds the role `admin` on that day. */
  abstract hasAdministrator(on: LocalDate): Promise<boolean>;
  /** The same, of accounts other than that one; keeps others from changing them until the end. */
  abstract hasOtherAdministrator(accountId: string, on: LocalDate): Promise<boolean>;
  /** Suspends an open account, or opens a suspended one. @returns false when it is not in `from`. */
  abstract move(
    accountId: string,
    from: 'active' | 'suspended',
    to: 'active' | 'suspended',
  ): Promise<boolean>;
  /** A page of the accounts of a search, by name. */
  abstract page(search: AccountSearch, page: PageOfAccounts): Promise<AccountWithMemberships[]>;
  /** How many accounts of the search are in each state, whatever state it asks for. */
  abstract counts(search: AccountSearch): Promise<ReadonlyMap<AccountState, number>>;
}

/** Which accounts are looked for. */
export interface AccountSearch {
  /** A part of the name or of the address; empty for all. */
  readonly text: string;
  /** All states when absent. */
  readonly state: AccountState | null;
}

/** `limit` accounts from the `offset`-th on. */
export interface PageOfAccounts {
  readonly offset: number;
  readonly limit: number;
}

/** OAuth clients of organisations. */
export abstract class MachineClients {
  /** @returns false, and adds nothing, when the identifier is taken. */
  abstract add(client: MachineClient): Promise<boolean>;
  /** A client that is not revoked, of an organisation that exists on that day. */
  abstract usable(clientId: string, on: LocalDate): Promise<MachineClient | undefined>;
  /** Scopes that some client of an organisation, not revoked, holds; each once. */
  abstract scopesOf(organisationId: string): Promise<readonly MachineScope[]>;
  /** Revokes a client; its tokens open nothing from then on. Nothing when none is in use. */
  abstract revoke(clientId: string): Promise<MachineClient | undefined>;
  /** Every client, those in use first, then by identifier. */
  abstract all(): Promise<readonly ListedClient[]>;
}

/** A client as the administration sees it. */
export interface ListedClient {
  readonly clientId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly scopes: readonly MachineScope[];
  readonly hasKeys: boolean;
  readonly isRevoked: boolean;
  readonly createdAt: Instant;
}

/** How many tokens and used assertions were forgotten. */
export interface ForgottenTokens {
  readonly tokens: number;
  readonly assertions: number;
}

/** Access tokens and used assertions. */
export abstract class AccessTokens {
  abstract add(token: StoredToken): Promise<void>;
  /** Who holds a token that is still valid, its client usable. */
  abstract holder(tokenHash: string, now: Instant): Promise<TokenHolder | undefined>;
  /** Marks an assertion as used. @returns false when it already was. */
  abstract useAssertion(machineClientId: string, jti: string, expiresAt: Instant): Promise<boolean>;
  /** Forgets tokens and assertions that expired before. */
  abstract deleteExpired(before: Instant): Promise<ForgottenTokens>;
}

/** Organisations by their code: all that accounts need to know of them. */
export abstract class OrganisationCodes {
  abstract find(code: string): Promise<OrganisationScope | undefined>;
  /** How an organisation is called on the pages. */
  abstract nameOf(id: string): Promise<string | undefined>;
}

/** Secrets of clients: drawn, hashed slowly, compared in constant time. */
export abstract class ClientSecrets {
  /** A new secret of 256 bits; shown once, never kept. */
  abstract draw(): string;
  abstract hash(secret: string): Promise<string>;
  /** Takes as long without a hash, so that the time of an answer tells no client apart. */
  abstract matches(secret: string, hash: string | null): Promise<boolean>;
}

/** Opaque tokens. */
export abstract class TokenMint {
  /** A new token of 256 bits and the hash under which it is kept. */
  abstract draw(): { readonly token: string; readonly hash: string };
  abstract hash(token: string): string;
}

/** Signed assertions of clients (RFC 7523). */
export abstract class ClientAssertions {
  /** The client an assertion says it comes from; nothing is proved yet. */
  abstract claimedClient(assertion: string): string | undefined;
  /** Nothing unless signature, audience, dates and identifiers are all right. */
  abstract verify(
    assertion: string,
    clientId: string,
    keys: PublicKeySet,
  ): Promise<AssertionProof | undefined>;
  /** Why a key set cannot be registered (French); nothing when it can. */
  abstract keyFault(keys: PublicKeySet): Promise<string | undefined>;
}

/**
 * Codes handed to the second person of an account's creation. A code carries who asked for it, sealed,
 * so that whoever asks for the approval cannot say it was somebody else; and which one it is of its
 * account, since only the latest counts.
 */
export abstract class ApprovalCodes {
  abstract issue(account: CodedAccount, askedBy: string): string;
  /** Who asked for the code; nothing when it is not the latest of this account. */
  abstract askedBy(account: CodedAccount, code: string): string | undefined;
}

/** An account, and the number of its latest code. */
export interface CodedAccount {
  readonly id: string;
  readonly organisationId: string;
  readonly codeNumber: number;
}

/** Which identity of a provider is which account (SEC-05). */
export abstract class LinkedIdentities {
  /** The account of an identity. */
  abstract accountOf(identity: ProvenIdentity): Promise<string | undefined>;
  /** True when some identity is the account's. */
  abstract isTaken(accountId: string): Promise<boolean>;
  /** @returns false when the identity or the account was linked meanwhile. */
  abstract link(identity: ProvenIdentity, accountId: string, at: Instant): Promise<boolean>;
  /** The SIRET of the organisations of an account, where it is known; by organisation id. */
  abstract siretsOf(accountId: string): Promise<ReadonlyMap<string, string>>;
}

/** A sign-in under way: what ties the answer of the provider to the browser that began. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the person wanted to go: a path of this service. */
  readonly next: string;
}

/** Sign-ins under way; each is used once. */
export abstract class SignInAttempts {
  abstract add(browserHash: string, attempt: SignInAttempt, expiresAt: Instant): Promise<void>;
  /** Takes the attempt away, whoever asks next finds nothing. */
  abstract take(
    browserHash: string,
    state: string,
    now: Instant,
  ): Promise<SignInAttempt | undefined>;
}

/** What a session is begun with. */
export interface NewSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly accountId: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly acr: string;
  /** For the logout at the provider; sealed. */
  readonly idToken: string;
  readonly startedAt: Instant;
  readonly endsAt: Instant;
}

/** Sessions of people. */
export abstract class Sessions {
  abstract add(session: NewSession): Promise<void>;
  /** The session of a token, not ended, its account open and its membership in force on that day. */
  abstract byToken(tokenHash: string, on: LocalDate): Promise<Session | undefined>;
  /** Notes that the session was used. */
  abstract touch(id: string, at: Instant): Promise<void>;
  /** Ends a session. @returns its token of identity; nothing when it was not open. */
  abstract end(id: string, at: Instant): Promise<{ readonly idToken: string } | undefined>;
  /** The sessions of an account that still open something, the latest used first. */
  abstract openOf(accountId: string, now: Instant): Promise<readonly OpenSession[]>;
  /** Ends the sessions of an account, or that one of them alone. @returns those that were open. */
  abstract endOf(accountId: string, at: Instant, id?: string): Promise<readonly EndedSession[]>;
  /** Forgets sessions and sign-ins whose time was over before. @returns how many. */
  abstract deleteEnded(before: Instant): Promise<number>;
}

/** A session that was ended, and where somebody worked in it. */
export interface EndedSession {
  readonly id: string;
  readonly organisation: OrganisationScope;
  readonly role: Role;
}

/** A session that still opens something, as its owner sees it. */
export interface OpenSession {
  readonly id: string;
  readonly organisationName: string;
  readonly role: Role;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
}

/** What a browser brings back from the provider. */
export interface ProviderAnswer {
  readonly identity: ProvenIdentity;
  readonly idToken: string;
}

/** The identity provider: ProConnect, or the local one of the demonstration. */
export abstract class IdentityProvider {
  /**
   * The address to send the browser to, and what to check on its way back.
   * @param asked `isOther`: the provider is to ask who it is, even where it knows somebody already
   * @throws SignInUnavailable
   */
  abstract begin(asked: {
    readonly isOther: boolean;
  }): Promise<{ readonly url: string } & Omit<SignInAttempt, 'next'>>;
  /** Checks everything that came back. @throws SignInBroken, SignInUnavailable */
  abstract complete(query: string, attempt: SignInAttempt): Promise<ProviderAnswer>;
  /** Where to send the browser so that the provider ends its own session; nothing when it has no such place. */
  abstract logoutUrl(idToken: string): Promise<string | undefined>;
}
