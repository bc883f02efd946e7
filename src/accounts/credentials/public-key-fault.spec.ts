import { exportJWK, generateKeyPair } from 'jose';
import { publicKeyFault } from './public-key-fault.js';

type Key = Record<string, unknown>;

async function key(alg: string, kid?: string, half: 'public' | 'private' = 'public'): Promise<Key> {
  const pair = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(half === 'public' ? pair.publicKey : pair.privateKey);
  return { ...jwk, alg, ...(kid === undefined ? {} : { kid }) };
}

describe('A set of public keys', () => {
  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('may hold one key of %s', async (alg) => {
    expect(await publicKeyFault({ keys: [await key(alg)] })).toBeUndefined();
  });

  it('may hold two keys with a kid each', async () => {
    const keys = [await key('ES256', 'one'), await key('EdDSA', 'two')];
    expect(await publicKeyFault({ keys })).toBeUndefined();
  });

  it('refuses none, and three', async () => {
    const three = [await key('ES256', '1'), await key('ES256', '2'), await key('ES256', '3')];
    expect(await publicKeyFault({ keys: [] })).toContain('une clé');
    expect(await publicKeyFault({ keys: three })).toContain('une clé');
  });

  it.each([
    ['twice the same kid', 'one', 'one'],
    ['one kid missing', 'one', undefined],
  ])('refuses two keys with %s', async (_case, first, second) => {
    const keys = [await key('ES256', first), await key('ES256', second)];
    expect(await publicKeyFault({ keys })).toContain('kid');
  });

  it('refuses a private key', async () => {
    expect(await publicKeyFault({ keys: [await key('ES256', 'a', 'private')] })).toContain(
      'privée',
    );
    const shared = { kty: 'oct', k: 'c2VjcmV0', alg: 'HS256' };
    expect(await publicKeyFault({ keys: [shared] })).toContain('privée');
  });

  it('refuses a key without algorithm, or with one we do not take', async () => {
    const { alg: _dropped, ...withoutAlg } = await key('ES256');
    expect(await publicKeyFault({ keys: [withoutAlg] })).toContain('alg');
    expect(await publicKeyFault({ keys: [await key('ES384')] })).toContain('alg');
  });

  it('refuses an RSA key that is too short', async () => {
    const long = await key('RS256');
    const modulus = Buffer.from(String(long['n']), 'base64url').subarray(0, 128);
    const keys = [{ ...long, n: modulus.toString('base64url') }];
    expect(await publicKeyFault({ keys })).toContain('2048');
  });

  it('refuses a key that is no key', async () => {
    const keys = [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', alg: 'ES256' }];
    expect(await publicKeyFault({ keys })).toContain('illisible');
  });
});
