import { addMillis, epochMillis, type Instant } from '../../kernel/index.js';

/** Longest life of an assertion, from `iat` to `exp` (SEC-09). */
const LIFE_SECONDS = 60;
/** How far ahead of ours a partner's clock may be. */
const SKEW_SECONDS = 5;
const MAX_JTI = 255;

/** What the claims of an assertion must say. */
export interface ExpectedClaims {
  readonly clientId: string;
  /** The names of this service; an assertion carries exactly one of them. */
  readonly audiences: readonly string[];
  readonly now: Instant;
}

/** What a valid assertion brings. */
export interface AssertionProof {
  readonly jti: string;
  readonly expiresAt: Instant;
}

/**
 * Reads the claims of an assertion whose signature is right (RFC 7523 3, SEC-09). Nothing unless issuer,
 * subject, audience, dates and identifier all are.
 */
export function proofOf(
  claims: Readonly<Record<string, unknown>>,
  { clientId, audiences, now }: ExpectedClaims,
): AssertionProof | undefined {
  const { iss, sub, aud, jti } = claims;
  if (iss !== clientId || sub !== clientId || !isAudience(aud, audiences)) return undefined;
  if (typeof jti !== 'string' || jti === '' || jti.length > MAX_JTI || jti.includes('\0')) {
    return undefined;
  }
  const expiresAt = endOf(claims, now);
  return expiresAt && { jti, expiresAt };
}

/** An assertion also meant for somebody else could be replayed here by them. */
function isAudience(aud: unknown, audiences: readonly string[]): boolean {
  const named: unknown = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
  return audiences.some((audience) => audience === named);
}

function endOf(
  { iat, exp, nbf = 0 }: Readonly<Record<string, unknown>>,
  now: Instant,
): Instant | undefined {
  if (typeof iat !== 'number' || typeof exp !== 'number' || typeof nbf !== 'number') {
    return undefined;
  }
  const seconds = epochMillis(now) / 1000;
  const hasBegun = iat <= seconds + SKEW_SECONDS && nbf <= seconds + SKEW_SECONDS;
  const isShort = exp - iat <= LIFE_SECONDS;
  return hasBegun && isShort && exp > seconds ? addMillis(now, (exp - seconds) * 1000) : undefined;
}
