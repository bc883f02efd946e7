import { DomainError } from '../../kernel/index.js';

/** Nobody is known by the credentials of this request. */
export class Unauthenticated extends DomainError {
  readonly code = 'unauthenticated';
  readonly kind = 'unauthenticated';

  /** @param isRejected true when credentials were given and did not open the door. */
  constructor(readonly isRejected: boolean) {
    super(
      isRejected
        ? 'Le jeton présenté est inconnu, expiré ou révoqué : demandez-en un nouveau.'
        : 'Cette ressource demande un jeton d’accès, à obtenir sur /oauth/token.',
    );
  }
}

/** The actor is known, its role does not open this route. */
export class RoleForbidden extends DomainError {
  readonly code = 'forbidden';
  readonly kind = 'forbidden';

  constructor() {
    super('Votre rôle ne permet pas cette action.');
  }
}

/** The machine is known, its token lacks the scope of this route. */
export class InsufficientScope extends DomainError {
  readonly code = 'insufficient-scope';
  readonly kind = 'forbidden';

  constructor(readonly scope: string) {
    super(`Le jeton présenté ne porte pas la portée « ${scope} ».`);
  }
}

/**
 * The `WWW-Authenticate` header of an error of this folder (RFC 6750 3); nothing for the others.
 */
export function challengeOf(error: unknown): string | undefined {
  if (error instanceof InsufficientScope) {
    return `Bearer realm="passerelle", error="insufficient_scope", scope="${error.scope}"`;
  }
  if (!(error instanceof Unauthenticated)) return undefined;
  return `Bearer realm="passerelle"${error.isRejected ? ', error="invalid_token"' : ''}`;
}
