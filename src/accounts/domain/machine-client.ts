import type { Instant, OrganisationScope } from '../../kernel/index.js';
import type { MachineScope } from './machine-scope.js';

/** Public keys of a client, a JWK Set (RFC 7517). */
export interface PublicKeySet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** Two keys at most: the one in use and the next, while they rotate (SEC-09). */
export const MAX_PUBLIC_KEYS = 2;

/** How a client proves who it is: a secret (kept hashed) or signed assertions. */
export interface ClientCredentials {
  readonly secretHash: string | null;
  readonly publicKeys: PublicKeySet | null;
}

/** The software of one organisation, as an OAuth client. */
export interface MachineClient extends ClientCredentials {
  readonly id: string;
  readonly clientId: string;
  readonly organisation: OrganisationScope;
  readonly scopes: readonly MachineScope[];
}

/** An access token as it is kept: its hash only. */
export interface StoredToken {
  readonly tokenHash: string;
  readonly machineClientId: string;
  readonly scopes: readonly MachineScope[];
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

/** Who a valid token stands for. */
export interface TokenHolder {
  readonly machineClientId: string;
  readonly clientId: string;
  readonly organisation: OrganisationScope;
  readonly scopes: readonly MachineScope[];
  readonly expiresAt: Instant;
}

/** Life of an access token (SEC-09). */
export const TOKEN_LIFE_SECONDS = 300;

const CLIENT_ID = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{1,62})[A-Za-z0-9]$/;

/** True for 3 to 64 letters, digits, dots, hyphens and underscores, no sign at either end. */
export function isClientId(text: string): boolean {
  return CLIENT_ID.test(text);
}
