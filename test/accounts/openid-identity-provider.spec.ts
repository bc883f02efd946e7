import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from 'jose';
import { OpenIdIdentityProvider } from '../../src/accounts/credentials/openid-identity-provider.js';
import { SignInSettings } from '../../src/accounts/index.js';

// A provider that lies in one way at a time (SEC-01): none of it may end in an identity.

const SUBJECT = 'somebody';
const ADDRESS = 'https://passerelle.test';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
type Forge = (claims: JWTPayload, keys: Keys) => Promise<string>;

let keys: Keys;
let strangers: Keys;
let server: Server;
let issuer: string;
/** How the next id_token is made, and what userinfo says. */
let forge: Forge;
let told: Record<string, unknown>;
let nonce: string;

const now = () => Math.floor(Date.now() / 1000);
const signed = (claims: JWTPayload, key: Keys['privateKey'], header = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(key);
const honest: Forge = (claims, { privateKey }) => signed(claims, privateKey);

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  strangers = await generateKeyPair('RS256');
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
beforeEach(() => {
  forge = honest;
  told = { sub: SUBJECT, email: 'lea@ml.test', siret: '11111111100011', acr: 'eidas3' };
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function answer({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(await bodyOf(url)));
}

async function bodyOf(url: string): Promise<unknown> {
  if (url.startsWith('/.well-known')) {
    return {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
    };
  }
  if (url.startsWith('/jwks')) {
    const key = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    return { keys: [key] };
  }
  if (url.startsWith('/userinfo')) return told;
  const claims = {
    iss: issuer,
    aud: 'passerelle',
    sub: SUBJECT,
    nonce,
    acr: 'eidas1-mfa',
    iat: now(),
    exp: now() + 60,
  };
  return { access_token: 'a', token_type: 'Bearer', id_token: await forge(claims, keys) };
}

class Settings extends SignInSettings {
  override readonly address = ADDRESS;

  override get provider() {
    return { issuer, clientId: 'passerelle', clientSecret: 'secret', usesPkce: true };
  }
}

/** A whole sign-in with what the provider says now. */
async function signIn(state?: string) {
  const provider = new OpenIdIdentityProvider(new Settings());
  const begun = await provider.begin({ isOther: false });
  nonce = begun.nonce;
  const query = new URLSearchParams({ code: 'c', state: state ?? begun.state }).toString();
  return provider.complete(query, { ...begun, next: '/' });
}

it('An honest answer names the person, with the level of the id_token alone', async () => {
  const { identity } = await signIn();

  expect(identity).toEqual({
    issuer,
    subject: SUBJECT,
    email: 'lea@ml.test',
    acr: 'eidas1-mfa',
    siret: '11111111100011',
  });
});

it('A level told outside the id_token counts for nothing', async () => {
  forge = (claims, { privateKey }) => signed({ ...claims, acr: undefined }, privateKey);

  expect((await signIn()).identity.acr).toBeNull();
});

const FORGERIES: Readonly<Record<string, Forge>> = {
  'of another key': (claims) => signed(claims, strangers.privateKey),
  'of an unknown key': (claims) => signed(claims, strangers.privateKey, { kid: 'k2' }),
  'with the address of its own keys': (claims) =>
    signed(claims, strangers.privateKey, { kid: 'k3', jku: 'https://evil.example/jwks' }),
  'without a signature': (claims) => Promise.resolve(new UnsecuredJWT(claims).encode()),
  'signed with our public key as a secret': async (claims, { publicKey }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(await exportSPKI(publicKey))),
  'for another service': (claims, { privateKey }) =>
    signed({ ...claims, aud: 'another' }, privateKey),
  'of another provider': (claims, { privateKey }) =>
    signed({ ...claims, iss: 'https://evil.example' }, privateKey),
  'that is over': (claims, { privateKey }) =>
    signed({ ...claims, iat: now() - 7200, exp: now() - 3600 }, privateKey),
  'of another sign-in': (claims, { privateKey }) =>
    signed({ ...claims, nonce: 'another' }, privateKey),
  'without a nonce': (claims, { privateKey }) =>
    signed({ ...claims, nonce: undefined }, privateKey),
  'that was changed on its way': async (claims, { privateKey }) => {
    const [head, , signature] = (await signed(claims, privateKey)).split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, sub: 'admin' })).toString('base64url');
    return [head, body, signature].join('.');
  },
};

it.each(Object.keys(FORGERIES))('An id_token %s opens nothing', async (name) => {
  forge = FORGERIES[name] ?? honest;

  await expect(signIn()).rejects.toMatchObject({ code: 'sign-in-broken' });
});

it('Facts about somebody else open nothing', async () => {
  told = { ...told, sub: 'somebody-else' };

  await expect(signIn()).rejects.toMatchObject({ code: 'sign-in-broken' });
});

it('The state of another sign-in opens nothing', async () => {
  await expect(signIn('x'.repeat(43))).rejects.toMatchObject({ code: 'sign-in-broken' });
});

it('asks for no more than ProConnect lists (SEC-03)', async () => {
  const { url } = await new OpenIdIdentityProvider(new Settings()).begin({ isOther: false });

  const names = [...new URL(url).searchParams.keys()].toSorted();
  const pkce = ['code_challenge', 'code_challenge_method'];
  const listed = [
    'claims',
    'client_id',
    'nonce',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
  ];
  expect(names).toEqual([...listed, ...pkce].toSorted());
});
