import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import { Clock, parseInstant, type Instant } from '../../kernel/index.js';
import { JoseClientAssertions } from './jose-client-assertions.js';
import { TokenAudience } from './token-audience.js';

const NOW = parseInstant('2026-11-22T10:00:00Z') ?? fail();
const SECONDS = Date.parse(NOW) / 1000;
const ISSUER = 'https://passerelle.test';
const CLIENT = 'demo-rsma-re';

class StoppedClock extends Clock {
  override now(): Instant {
    return NOW;
  }
}

class TestAudience extends TokenAudience {
  override readonly issuer = ISSUER;
}

const assertions = new JoseClientAssertions(new TestAudience(), new StoppedClock());
const CLAIMS: JWTPayload = {
  iss: CLIENT,
  sub: CLIENT,
  aud: `${ISSUER}/oauth/token`,
  iat: SECONDS,
  exp: SECONDS + 60,
  jti: 'assertion-1',
};

interface Pair {
  readonly privateKey: Parameters<SignJWT['sign']>[0];
  readonly jwk: JWK;
}

const pairs = new Map<string, Pair>();

async function pair(alg: string, kid: string): Promise<Pair> {
  const name = `${alg} ${kid}`;
  const known = pairs.get(name);
  if (known) return known;
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const made = { privateKey, jwk: { ...(await exportJWK(publicKey)), alg, kid } };
  pairs.set(name, made);
  return made;
}

async function signed(change: JWTPayload = {}, kid = 'one', alg = 'ES256'): Promise<string> {
  const { privateKey } = await pair(alg, kid);
  return new SignJWT({ ...CLAIMS, ...change }).setProtectedHeader({ alg, kid }).sign(privateKey);
}

async function verified(assertion: string, ...keys: Pair[]) {
  const known = keys.length > 0 ? keys : [await pair('ES256', 'one')];
  return assertions.verify(assertion, CLIENT, { keys: known.map(({ jwk }) => ({ ...jwk })) });
}

function fail(): never {
  throw new Error('not an instant');
}

describe('A signed assertion', () => {
  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('proves its client with %s', async (alg) => {
    const proof = await verified(await signed({}, 'one', alg), await pair(alg, 'one'));
    expect(proof).toEqual({ jti: 'assertion-1', expiresAt: '2026-11-22T10:01:00.000Z' });
  });

  it('may name the issuer as its audience, alone in a list too', async () => {
    expect(await verified(await signed({ aud: ISSUER }))).toBeDefined();
    expect(await verified(await signed({ aud: [ISSUER] }))).toBeDefined();
  });

  it('may use either of two keys while they rotate', async () => {
    const keys = [await pair('ES256', 'one'), await pair('ES256', 'two')];
    expect(await verified(await signed({}, 'one'), ...keys)).toBeDefined();
    expect(await verified(await signed({}, 'two'), ...keys)).toBeDefined();
  });

  it.each<[string, JWTPayload]>([
    ['has expired', { iat: SECONDS - 60, exp: SECONDS }],
    ['lives longer than 60 seconds', { exp: SECONDS + 61 }],
    ['was signed in the future', { iat: SECONDS + 6, exp: SECONDS + 60 }],
    ['is not valid yet', { nbf: SECONDS + 30 }],
    ['is for somebody else', { aud: 'https://ailleurs.test/oauth/token' }],
    ['has an audience with a final slash', { aud: `${ISSUER}/` }],
    ['is for somebody else too', { aud: [ISSUER, 'https://ailleurs.test'] }],
    ['has no audience', { aud: undefined }],
    ['has no end', { exp: undefined }],
    ['has no beginning', { iat: undefined }],
    ['has no identifier', { jti: undefined }],
    ['has an empty identifier', { jti: '' }],
    ['has an endless identifier', { jti: 'x'.repeat(256) }],
    ['was issued by another client', { iss: 'demo-97411S00' }],
    ['speaks of another client', { sub: 'demo-97411S00' }],
  ])('that %s proves nothing', async (_case, change) => {
    expect(await verified(await signed(change))).toBeUndefined();
  });

  it('proves nothing under a key the client did not register', async () => {
    const stranger = await pair('ES256', 'stranger');
    const { jwk } = await pair('ES256', 'one');
    expect(await verified(await signed({}, 'stranger'))).toBeUndefined();
    // The same kid does not make it the same key.
    const forged = await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(stranger.privateKey);
    expect(await verified(forged, { ...stranger, jwk })).toBeUndefined();
  });

  it('proves nothing without a signature', async () => {
    expect(await verified(new UnsecuredJWT(CLAIMS).encode())).toBeUndefined();
  });

  it('proves nothing when signed with the public key as a shared secret', async () => {
    const rsa = await pair('RS256', 'one');
    const secret = new TextEncoder().encode(JSON.stringify(rsa.jwk));
    const confused = await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(secret);
    expect(await verified(confused, rsa)).toBeUndefined();
  });

  it('proves nothing with another algorithm than that of the key', async () => {
    const { jwk } = await pair('RS256', 'one');
    const ps = await pair('PS256', 'one');
    const assertion = await signed({}, 'one', 'PS256');
    const declaredAsRs = { ...ps, jwk: { ...ps.jwk, alg: jwk.alg } };
    expect(await verified(assertion, declaredAsRs)).toBeUndefined();
  });

  it.each(['', 'abc', 'a.b.c', '..'])('that reads %j is no assertion', async (text) => {
    expect(assertions.claimedClient(text)).toBeUndefined();
    expect(await verified(text)).toBeUndefined();
  });

  it('says which client it claims to come from before anything is proved', async () => {
    expect(assertions.claimedClient(await signed())).toBe(CLIENT);
  });
});
