import {
  CreateMachineClient,
  PurgeExpiredAccess,
  RevokeMachineClient,
  type CreateMachineClientCommand,
} from '../../src/accounts/index.js';
import { accountsApp, operator, type AccountsApp } from './fixture.js';
import { basic, postToken } from './token-client.js';

let home: AccountsApp;

beforeAll(async () => {
  home = await accountsApp();
});

afterAll(() => home.close());

function create(over: Partial<CreateMachineClientCommand> & { clientId: string }) {
  const command = {
    organisationCode: 'RSMA-RE',
    scopes: ['mailbox:read'],
    authentication: { method: 'secret' },
  } as const;
  return home.app
    .get(CreateMachineClient, { strict: false })
    .execute({ ...command, ...over }, operator('client:create'));
}

function revoke(clientId: string): Promise<void> {
  return home.app
    .get(RevokeMachineClient, { strict: false })
    .execute({ clientId }, operator('client:revoke'));
}

describe('A machine client', () => {
  it('is told its secret once; the database keeps a hash', async () => {
    const { id, secret } = await create({ clientId: 'told-once' });
    expect(secret).toMatch(/^[\w-]{43}$/);
    const { rows } = await home.database.owner.query(
      'select secret_hash, c::text as whole from app.machine_client c where id = $1',
      [id],
    );
    expect(rows[0].secret_hash).toMatch(/^scrypt\$/);
    expect(rows[0].whole).not.toContain(secret);
  });

  it('leaves its creation and its revocation in the journal of its organisation', async () => {
    const { id } = await create({ clientId: 'journalled' });
    await revoke('journalled');
    const { rows } = await home.database.owner.query(
      `select command, o.code from app.audit_event a join app.organisation o on o.id = a.org_id
       where resource_id = $1 order by recorded_at`,
      [id],
    );
    expect(rows).toEqual([
      { command: 'machine-client.create', code: 'RSMA-RE' },
      { command: 'machine-client.revoke', code: 'RSMA-RE' },
    ]);
  });

  it('is revoked once, and its name is not given again', async () => {
    await create({ clientId: 'gone' });
    await revoke('gone');
    await expect(revoke('gone')).rejects.toMatchObject({ code: 'unknown-account' });
    await expect(create({ clientId: 'gone' })).rejects.toMatchObject({
      code: 'account-already-exists',
    });
  });

  it.each<[string, Partial<CreateMachineClientCommand>]>([
    ['/clientId', { clientId: 'é' }],
    ['/organisationCode', { organisationCode: 'RSMA-XX' }],
    ['/scopes', { scopes: [] }],
    ['/scopes/1', { scopes: ['mailbox:read', 'everything'] }],
    ['/scopes/0', { scopes: ['medical-conclusion'], organisationCode: '97411S00' }],
    ['/authentication/keys', { authentication: { method: 'keys', keys: { keys: [] } } }],
  ])('is refused with the fault at %s for %j', async (pointer, over) => {
    await expect(create({ clientId: 'faulty', ...over })).rejects.toMatchObject({
      code: 'invalid-account-data',
      issues: [{ pointer }],
    });
  });
});

describe('The purge', () => {
  it('forgets the tokens that expired and keeps the others', async () => {
    await create({ clientId: 'purged', authentication: { method: 'secret', secret: 'x' } });
    await postToken(home.app, {}, basic('purged', 'x'));
    home.clock.advance(301);
    await postToken(home.app, {}, basic('purged', 'x'));
    const count = async () => {
      const { rows } = await home.database.owner.query('select count(*) from app.access_token');
      return rows[0].count;
    };
    expect(await count()).toBe('2');
    await home.app.get(PurgeExpiredAccess, { strict: false }).execute('c-1');
    expect(await count()).toBe('1');
  });
});
