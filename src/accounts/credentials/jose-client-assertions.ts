import {
  createLocalJWKSet,
  decodeJwt,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
} from 'jose';
import { Injectable } from '@nestjs/common';
import { addMillis, Clock, epochMillis } from '../../kernel/index.js';
import { ASSERTION_LIFE_SECONDS, type PublicKeySet } from '../domain/machine-client.js';
import { ClientAssertions, type AssertionProof } from '../use-cases/ports.js';
import { ASSERTION_ALGORITHMS, publicKeyFault } from './public-key-fault.js';
import { TOKEN_PATH, TokenAudience } from './token-audience.js';

/** How far ahead of ours a partner's clock may be. */
const CLOCK_SKEW_SECONDS = 5;
const MAX_JTI = 255;

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
    try {
      const keySet = createLocalJWKSet({ keys: keys.keys.map((key) => ({ kty: '', ...key })) });
      const { payload } = await jwtVerify(assertion, keySet, this.options(clientId));
      return this.proofOf(payload);
    } catch {
      // Whatever is wrong, the caller learns one thing only: this proves nothing.
      return undefined;
    }
  }

  override keyFault(keys: PublicKeySet): Promise<string | undefined> {
    return publicKeyFault(keys);
  }

  private options(clientId: string): JWTVerifyOptions {
    const { issuer } = this.audience;
    return {
      algorithms: ASSERTION_ALGORITHMS,
      audience: [issuer, `${issuer}${TOKEN_PATH}`],
      issuer: clientId,
      subject: clientId,
      requiredClaims: ['aud', 'exp', 'iat', 'jti'],
      // oxlint-disable-next-line no-restricted-globals -- jose takes the present as a Date
      currentDate: new Date(epochMillis(this.clock.now())),
    };
  }

  private proofOf({ aud, exp, iat, jti }: JWTPayload): AssertionProof | undefined {
    // An assertion also meant for somebody else could be replayed here by them.
    if (Array.isArray(aud) && aud.length !== 1) return undefined;
    if (exp === undefined || iat === undefined || typeof jti !== 'string') return undefined;
    const now = this.clock.now();
    const nowSeconds = epochMillis(now) / 1000;
    const isFresh = iat <= nowSeconds + CLOCK_SKEW_SECONDS && exp - iat <= ASSERTION_LIFE_SECONDS;
    if (!isFresh || jti === '' || jti.length > MAX_JTI || jti.includes('\0')) return undefined;
    return { jti, expiresAt: addMillis(now, (exp - nowSeconds) * 1000) };
  }
}
