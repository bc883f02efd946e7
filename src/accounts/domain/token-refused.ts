import { DomainError } from '../../kernel/index.js';

/** The error codes of the token endpoint (RFC 6749 5.2). */
export type TokenRefusal =
  'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';

/**
 * Why no token was given. The token endpoint answers it in its own words, with a status of its own; the
 * sentence goes into `error_description`, which must be ASCII.
 */
export class TokenRefused extends DomainError {
  readonly code = 'token-refused';
  readonly kind = 'invalid';

  constructor(
    readonly refusal: TokenRefusal,
    detail: string,
  ) {
    super(detail);
  }
}

/** One sentence for every cause, so that an answer never says which clients exist. */
export function invalidClient(): TokenRefused {
  return new TokenRefused('invalid_client', 'Client inconnu ou preuve incorrecte.');
}
