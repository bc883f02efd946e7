import { compactVerify, createLocalJWKSet, decodeJwt } from 'jose';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.js';
import { proofOf, type AssertionProof } from '../domain/assertion.rules.js';
import type { PublicKeySet } from '../domain/machine-client.js';
import { ClientAssertions } from '../use-cases/ports.js';
import { ASSERTION_ALGORITHMS, publicKeyFault } from './public-key-fault.js';
import { TOKEN_PATH, TokenAudience } from './token-audience.js';

/** Assertions verified with the keys the client registered (RFC 7523 3, SEC-09). */
@Injectable()
export class JoseClientAssertions extends ClientAssertions {
  constructor(
    private readonly audience: TokenAudience,
    private readonly clock: Clock,
  ) {
    super();
  }

  override claimedClient(assertion: string): string | undefined {
    try {
      const issuer: unknown = decodeJwt(assertion).iss;
      return typeof issuer === 'string' ? issuer : undefined;
    } catch {
      return undefined;
    }
  }

  override async verify(
    assertion: string,
    clientId: string,
    keys: PublicKeySet,
  ): Promise<AssertionProof | undefined> {
    const { issuer } = this.audience;
    try {
      const keySet = createLocalJWKSet({ keys: keys.keys.map((key) => ({ kty: '', ...key })) });
      // The signature is all we ask here: jose would read the dates with the clock of the system.
      await compactVerify(assertion, keySet, { algorithms: ASSERTION_ALGORITHMS });
      return proofOf(decodeJwt(assertion), {
        clientId,
        audiences: [issuer, `${issuer}${TOKEN_PATH}`],
        now: this.clock.now(),
      });
    } catch {
      // Whatever is wrong, the caller learns one thing only: this proves nothing.
      return undefined;
    }
  }

  override keyFault(keys: PublicKeySet): Promise<string | undefined> {
    return publicKeyFault(keys);
  }
}
