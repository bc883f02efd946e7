import { createHash } from 'node:crypto';
import { Controller, Get } from '@nestjs/common';
import { exportJWK, generateKeyPair, type SignJWT } from 'jose';
import request from 'supertest';
import { CreateMachineClient, RevokeMachineClient } from '../../src/accounts/index.js';
import type { Actor } from '../../src/kernel/index.js';
import { Allow, CurrentActor } from '../../src/platform/security/index.js';
import { accountsApp, operator, type AccountsApp } from './fixture.js';
import { assertionFields, basic, postToken } from './token-client.js';

@Controller('api/v1/whoami')
class WhoAmIController {
  @Get()
  @Allow({ roles: ['unit-machine'], scope: 'mailbox:read' })
  whoAmI(@CurrentActor() actor: Actor): Actor {
    return actor;
  }
}

const SCOPES = ['mailbox:read', 'exchanges:write', 'medical-conclusion'];
let home: AccountsApp;
let secret: string;
let keys: { privateKey: Parameters<SignJWT['sign']>[0]; kid: string }[];

async function create(
  clientId: string,
  authentication: Parameters<CreateMachineClient['execute']>[0]['authentication'],
  organisationCode = 'RSMA-RE',
) {
  const createClient = home.app.get(CreateMachineClient, { strict: false });
  const command = { clientId, organisationCode, scopes: SCOPES, authentication };
  return createClient.execute(command, operator('client:create'));
}

beforeAll(async () => {
  home = await accountsApp(WhoAmIController);
  secret = (await create('demo-rsma-re', { method: 'secret' })).secret ?? '';
  const pairs = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  keys = pairs.map(({ privateKey }, index) => ({ privateKey, kid: `k${index}` }));
  const jwks = await Promise.all(
    pairs.map(async ({ publicKey }, index) => ({
      ...(await exportJWK(publicKey)),
      alg: 'ES256',
      kid: `k${index}`,
    })),
  );
  await create('signing-client', { method: 'keys', keys: { keys: jwks } });
  await create('closed-unit', { method: 'secret', secret: 'demonstration' }, 'SMV-FERME');
});

afterAll(() => home.close());

// The quota is of a minute: each test begins in a new one.
beforeEach(() => home.clock.advance(61));

function withSecret(fields: Record<string, string> = {}) {
  return postToken(home.app, fields, basic('demo-rsma-re', secret));
}

async function whoAmI(token: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const { status, body } = await request(home.app.getHttpServer())
    .get('/api/v1/whoami')
    .set('authorization', `Bearer ${String(token)}`);
  return { status, body };
}

describe('A client with a secret', () => {
  it('gets a token of five minutes with all its scopes when it asks for none', async () => {
    const { status, body, headers } = await withSecret();
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'exchanges:write mailbox:read medical-conclusion',
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
  });

  it('comes through the API with it, as its organisation and with its scopes', async () => {
    const { body: token } = await withSecret({ scope: 'mailbox:read' });
    const { status, body } = await whoAmI(token.access_token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      type: 'machine',
      clientId: 'demo-rsma-re',
      scopes: ['mailbox:read'],
      organisation: { code: 'RSMA-RE', kind: 'unit' },
      channel: { kind: 'api' },
    });
    expect(body.correlationId).toMatch(/^[\da-f-]{36}$/);
  });

  it('is refused by a route whose scope its token lacks', async () => {
    const { body: token } = await withSecret({ scope: 'exchanges:write' });
    expect((await whoAmI(token.access_token)).status).toBe(403);
  });

  it('loses its token after five minutes, even one just used', async () => {
    const { body: token } = await withSecret();
    home.clock.advance(299);
    expect((await whoAmI(token.access_token)).status).toBe(200);
    home.clock.advance(1);
    expect((await whoAmI(token.access_token)).status).toBe(401);
  });

  it('leaves only the SHA-256 of its token in the database', async () => {
    const { body: token } = await withSecret();
    const text = String(token.access_token);
    const hash = createHash('sha256').update(text).digest('hex');
    const { rows } = await home.database.owner.query(
      'select t::text as row from app.access_token t',
    );
    expect(rows.some(({ row }) => String(row).includes(hash))).toBe(true);
    expect(rows.some(({ row }) => String(row).includes(text))).toBe(false);
    expect(home.written()).not.toContain(text);
    expect(home.written()).not.toContain(secret);
  });

  it.each([
    ['its secret is wrong', 'demo-rsma-re', 'demonstration'],
    ['nobody knows it', 'demo-nobody', 'demonstration'],
    ['it has keys and no secret', 'signing-client', 'demonstration'],
    ['its organisation is closed', 'closed-unit', 'demonstration'],
    ['its name cannot be one', 'a\0b', 'demonstration'],
  ])('gets the same refusal and nothing else when %s', async (_case, clientId, shown) => {
    const { status, body, headers } = await postToken(home.app, {}, basic(clientId, shown));
    expect(status).toBe(401);
    expect(body).toEqual({
      error: 'invalid_client',
      error_description: 'Client inconnu ou preuve incorrecte.',
    });
    expect(headers['www-authenticate']).toBe('Basic realm="passerelle", charset="UTF-8"');
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each(['everything', 'referrals:write', 'mailbox:read everything'])(
    'is refused the scope "%s" as a whole',
    async (scope) => {
      const { status, body } = await withSecret({ scope });
      expect([status, body.error]).toEqual([400, 'invalid_scope']);
    },
  );

  it.each([
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: '' }, 'invalid_request'],
  ])('is refused the request %j', async (fields, error) => {
    const { status, body } = await withSecret(fields);
    expect([status, body.error]).toEqual([400, error]);
  });

  it('asks 20 times a minute and waits after that, another client does not', async () => {
    const statuses = [];
    for (let count = 0; count < 21; count += 1) {
      statuses.push((await withSecret({ scope: 'everything' })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 400), 429]);
    const { body, headers } = await withSecret();
    expect(body.error).toBe('temporarily_unavailable');
    expect(headers['retry-after']).toBe('60');
    expect((await postToken(home.app, {}, basic('another', 'x'))).status).toBe(401);
    home.clock.advance(60);
    expect((await withSecret()).status).toBe(200);
  });
});

describe('A client with keys', () => {
  function signed(index: number, change = {}) {
    const key = keys[index];
    if (!key) throw new Error('no such key');
    return assertionFields(key, 'signing-client', home.clock, change);
  }

  it('gets a token with either of its two keys', async () => {
    expect((await postToken(home.app, await signed(0))).status).toBe(200);
    const { body: token } = await postToken(home.app, await signed(1));
    expect((await whoAmI(token.access_token)).body).toMatchObject({ clientId: 'signing-client' });
  });

  it('uses an assertion once, even when it sends it twice at the same time', async () => {
    const fields = await signed(0);
    const answers = await Promise.all([1, 2, 3, 4].map(() => postToken(home.app, fields)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    expect((await postToken(home.app, fields)).status).toBe(401);
  });

  it.each([
    ['is too long', { exp: 4_000_000_000 }],
    ['is for another service', { aud: 'https://ailleurs.test' }],
    ['speaks of another client', { sub: 'demo-rsma-re' }],
    ['comes from a client without keys', { iss: 'demo-rsma-re', sub: 'demo-rsma-re' }],
    ['comes from nobody', { iss: 'demo-nobody', sub: 'demo-nobody' }],
  ])('gets nothing for an assertion that %s', async (_case, change) => {
    const { status, body } = await postToken(home.app, await signed(0, change));
    expect([status, body.error]).toEqual([401, 'invalid_client']);
  });

  it('gets nothing under the name of another client', async () => {
    const fields = { ...(await signed(0)), client_id: 'demo-rsma-re' };
    expect((await postToken(home.app, fields)).status).toBe(401);
  });
});

describe('A revoked client', () => {
  it('gets no token any more and loses those it has within a minute', async () => {
    await create('leaving', { method: 'secret', secret: 'demonstration' });
    const header = basic('leaving', 'demonstration');
    const { body: token } = await postToken(home.app, {}, header);
    expect((await whoAmI(token.access_token)).status).toBe(200);
    const revoke = home.app.get(RevokeMachineClient, { strict: false });
    await revoke.execute({ clientId: 'leaving' }, operator('client:revoke'));
    expect((await postToken(home.app, {}, header)).status).toBe(401);
    home.clock.advance(31);
    expect((await whoAmI(token.access_token)).status).toBe(401);
  });
});

describe('A bearer token', () => {
  it.each(['', 'abc', 'x'.repeat(43), `${'x'.repeat(43)} `, 'Bearer'])(
    'that reads "%s" opens nothing',
    async (token) => {
      expect((await whoAmI(token)).status).toBe(401);
    },
  );

  it('is not taken from the address', async () => {
    const { body: token } = await withSecret();
    const url = `/api/v1/whoami?access_token=${String(token.access_token)}`;
    expect((await request(home.app.getHttpServer()).get(url)).status).toBe(401);
  });
});
