import { DomainError, type ErrorKind } from '../../kernel/index.js';

/** The error codes of the token endpoint (RFC 6749 5.2). */
export type TokenRefusal =
  'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';

/** Why no token was given. The sentence goes into `error_description`, which must be ASCII. */
export class TokenRefused extends DomainError {
  readonly code = 'token-refused';
  readonly kind: ErrorKind;

  constructor(
    readonly refusal: TokenRefusal,
    detail: string,
  ) {
    super(detail);
    this.kind = refusal === 'invalid_client' ? 'unauthenticated' : 'invalid';
  }
}

/** One sentence for every cause, so that an answer never says which clients exist. */
export function invalidClient(): TokenRefused {
  return new TokenRefused('invalid_client', 'Client inconnu ou preuve incorrecte.');
}
