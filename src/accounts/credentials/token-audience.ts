/** How this service is called in assertions; given by the composition root. */
export abstract class TokenAudience {
  /** Public address without a final slash: `https://passerelle.example`. */
  abstract readonly issuer: string;
}

/** Path of the token endpoint under the issuer (contract.md 2). */
export const TOKEN_PATH = '/oauth/token';
