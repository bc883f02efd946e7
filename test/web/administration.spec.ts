import { randomUUID } from 'node:crypto';
import { noticeOf } from '../../src/platform/pages/notice-cookie.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { testPersonId } from '../support/test-authenticator.js';

// Accounts and clients through the pages of administration, on a real database.

let service: TestApplication;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  await open('admin@national.demo', 'admin', 'NATIONAL');
  await open('conseiller@ml-nord.demo', 'ml-adviser', '97411S00');
  await open('recrutement@smv-brest.demo', 'recruiter', 'SMV-BREST');
});
afterAll(() => service?.close());

/** An account that two people opened. */
async function open(email: string, role: string, code: string): Promise<void> {
  await service.database.owner.query(
    `with account as (insert into app.account (id, email, display_name, state)
       values (gen_random_uuid(), $1, $1, 'active') returning id)
     insert into app.membership (account_id, organisation_id, role, valid_from)
     select a.id, o.id, $2, '2026-01-01' from account a, app.organisation o where o.code = $3`,
    [email, role, code],
  );
}

const first = () => service.person('admin', 'NATIONAL');
const second = () => service.person('admin', 'UNML');
const third = () => service.person('admin', 'DGOM');

function send(by: typeof first, address: string, fields: Readonly<Record<string, string>> = {}) {
  return by()
    .post(address)
    .set('accept', 'text/html')
    .set('sec-fetch-site', 'same-origin')
    .type('form')
    .send(fields);
}

async function read(address: string, by = first): Promise<string> {
  const answer = await by().get(address).set('accept', 'text/html').expect(200);
  return answer.text;
}

async function stateOf(email: string): Promise<string | undefined> {
  const { rows } = await service.database.owner.query<{ state: string }>(
    'select state from app.account where email = $1',
    [email],
  );
  return rows[0]?.state;
}

async function journal(command: string): Promise<number> {
  const { rowCount } = await service.database.owner.query(
    `select from app.audit_event where command = $1 and result = 'done'`,
    [command],
  );
  return rowCount ?? 0;
}

async function idOf(email: string): Promise<string> {
  const { rows } = await service.database.owner.query<{ id: string }>(
    'select id from app.account where email = $1',
    [email],
  );
  return rows[0]?.id ?? '';
}

const codeIn = (html: string) => /<code>([^<]+)<\/code>/.exec(html)?.[1] ?? '';

const NOT_OPEN = 'Cette session n’était plus ouverte\u00A0: rien n’a changé.';

const FORM = {
  nom: 'Léa D’Aubigné',
  adresse: 'Lea@ml-nord.demo',
  organisme: '97411S00',
  role: 'ml-adviser',
};

describe('An account', () => {
  it('is created by one administrator and opened by another with the code, never by the first', async () => {
    const created = await send(first, '/admin/comptes', FORM).expect(200);
    const code = /<code>([^<]+)<\/code>/.exec(created.text)?.[1] ?? '';
    const id = await idOf('lea@ml-nord.demo');
    expect(await stateOf('lea@ml-nord.demo')).toBe('pending');
    expect(await read('/admin/comptes')).toContain('Léa D’Aubigné');

    await send(first, `/admin/comptes/${id}/approbation`, { code }).expect(403);
    const wrong = await send(second, `/admin/comptes/${id}/approbation`, { code: 'x' }).expect(422);
    expect(wrong.text).toContain('n’est pas celui de ce compte');
    expect(await stateOf('lea@ml-nord.demo')).toBe('pending');
    await send(second, `/admin/comptes/${id}/approbation`, { code }).expect(303);

    expect(await stateOf('lea@ml-nord.demo')).toBe('active');
    const late = await send(second, `/admin/comptes/${id}/approbation`, { code }).expect(409);
    expect(late.text).toContain('n’attend pas d’approbation');
  });

  it('says on each field what does not do, and keeps what was typed', async () => {
    const bad = { nom: 'Jo', adresse: 'pas une adresse', organisme: 'ZZZ', role: 'ml-adviser' };
    const answer = await send(first, '/admin/comptes', bad).expect(422);
    expect(answer.text).toContain('value="pas une adresse"');
    expect(answer.text).toContain('id="adresse-erreur"');

    const unknown = await send(first, '/admin/comptes', {
      ...FORM,
      adresse: 'a@b.demo',
      organisme: 'ZZZ',
    });
    expect([unknown.status, unknown.text.includes('id="organisme-erreur"')]).toEqual([422, true]);
    const twice = await send(first, '/admin/comptes', {
      ...FORM,
      adresse: 'conseiller@ml-nord.demo',
    });
    expect([twice.status, twice.text.includes('id="adresse-erreur"')]).toEqual([422, true]);
    const role = await send(first, '/admin/comptes', { ...FORM, adresse: 'c@d.demo', role: 'roi' });
    expect([role.status, role.text.includes('id="role-erreur"')]).toEqual([422, true]);
  });

  it('is suspended with its sessions, and opened again', async () => {
    const email = 'recrutement@smv-brest.demo';
    const id = await idOf(email);
    await service.database.owner.query(
      `insert into app.session (id, token_hash, account_id, organisation_id, role, acr, key_version,
         id_token, started_at, seen_at, ends_at)
       select gen_random_uuid(), 'of-a-test', $1, organisation_id, role, 'eidas1-mfa', 1, '', now(),
         now(), now() + interval '1 hour' from app.membership where account_id = $1`,
      [id],
    );
    expect(await read(`/admin/comptes/${id}`)).toContain('Suspendre le compte');

    await send(first, `/admin/comptes/${id}/suspension`).expect(303);

    expect(await stateOf(email)).toBe('suspended');
    const open = await service.database.owner.query(
      'select from app.session where account_id = $1 and ended_at is null',
      [id],
    );
    expect(open.rowCount).toBe(0);
    const again = await send(first, `/admin/comptes/${id}/suspension`).expect(409);
    expect(again.text).toContain('n’est plus dans cet état');
    await send(second, `/admin/comptes/${id}/reouverture`).expect(303);
    expect(await stateOf(email)).toBe('active');
    const told = ['account.suspend', 'session.end', 'account.reopen'].map(journal);
    expect(await Promise.all(told)).toEqual([1, 1, 1]);
  });

  it('loses one session alone, by an administrator whom the journal tells', async () => {
    const id = await idOf('conseiller@ml-nord.demo');
    const { rows } = await service.database.owner.query<{ id: string; token_hash: string }>(
      `insert into app.session (id, token_hash, account_id, organisation_id, role, acr, key_version,
         id_token, started_at, seen_at, ends_at)
       select gen_random_uuid(), token, $1, organisation_id, role, 'eidas1-mfa', 1, '', now(),
         now(), now() + interval '1 hour' from app.membership, unnest(array['lost', 'kept']) as token
       where account_id = $1 returning id, token_hash`,
      [id],
    );
    const lost = rows.find(({ token_hash }) => token_hash === 'lost')?.id ?? '';
    const page = await read(`/admin/comptes/${id}`);
    expect(page.split('Fermer cette session')).toHaveLength(3);

    const other = await idOf('recrutement@smv-brest.demo');
    const said = async (account: string, session: string) => {
      const address = `/admin/comptes/${account}/sessions/${session}/fin`;
      const { headers } = await send(first, address).expect(303);
      const [cookie = ''] = [headers['set-cookie']].flat();
      return noticeOf(String(cookie).split(';')[0], false)?.text;
    };
    expect([
      await said(other, lost),
      await said(id, randomUUID()),
      await said(id, lost),
      await said(id, lost),
    ]).toEqual([NOT_OPEN, NOT_OPEN, 'Session fermée.', NOT_OPEN]);

    const open = await service.database.owner.query(
      'select token_hash from app.session where account_id = $1 and ended_at is null',
      [id],
    );
    expect(open.rows).toEqual([{ token_hash: 'kept' }]);
    const told = await service.database.owner.query(
      `select actor_id from app.audit_event where command = 'session.end' and resource_id = $1`,
      [lost],
    );
    expect(told.rows).toEqual([{ actor_id: testPersonId('admin', 'NATIONAL') }]);
  });

  it('whose code was lost gets another one, still for somebody else', async () => {
    const fields = { ...FORM, adresse: 'perdu@ml-nord.demo' };
    const lost = codeIn((await send(first, '/admin/comptes', fields).expect(200)).text);
    const id = await idOf('perdu@ml-nord.demo');
    expect(await read(`/admin/comptes/${id}`)).toContain('Donner un nouveau code');

    const renewed = await send(second, `/admin/comptes/${id}/code`).expect(200);
    const code = codeIn(renewed.text);
    await send(third, `/admin/comptes/${id}/approbation`, { code: lost }).expect(422);
    for (const one of [first, second]) {
      await send(one, `/admin/comptes/${id}/approbation`, { code }).expect(403);
    }
    expect(await stateOf('perdu@ml-nord.demo')).toBe('pending');
    await send(third, `/admin/comptes/${id}/approbation`, { code }).expect(303);

    expect(await stateOf('perdu@ml-nord.demo')).toBe('active');
    expect(await journal('account.renew-code')).toBe(1);
    await send(second, `/admin/comptes/${id}/code`).expect(409);
  });

  it('of the last administrator stays open', async () => {
    const email = 'admin@national.demo';
    const id = await idOf(email);

    const answer = await send(first, `/admin/comptes/${id}/suspension`).expect(409);

    expect(answer.text).toContain('dernier compte d’administration');
    expect(await stateOf(email)).toBe('active');
  });

  it('of one of the last two administrators stays open when they suspend each other at once', async () => {
    await open('autre@national.demo', 'admin', 'NATIONAL');
    const ids = await Promise.all(['admin@national.demo', 'autre@national.demo'].map(idOf));

    const answers = await Promise.all(
      ids.map((id) => send(first, `/admin/comptes/${id}/suspension`)),
    );

    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([303, 409]);
    const states = await Promise.all(['admin@national.demo', 'autre@national.demo'].map(stateOf));
    expect(states.filter((state) => state === 'active')).toHaveLength(1);
  });

  it('is found by a part of its name or address, whatever the signs in it', async () => {
    expect(await read('/admin/comptes?onglet=tous&recherche=SMV-BREST')).toContain(
      'recrutement@smv-brest.demo',
    );
    expect(await read('/admin/comptes?onglet=tous&recherche=%25')).toContain('Aucun compte ne');
  });

  it('that does not exist is not found', async () => {
    const id = testPersonId('dpo', 'NATIONAL');

    const page = await first().get(`/admin/comptes/${id}`).set('accept', 'text/html');
    const act = await send(first, `/admin/comptes/${id}/suspension`);

    expect([page.status, act.status]).toEqual([404, 404]);
  });
});

describe('A machine client', () => {
  it('is created with a secret shown once, works, and is revoked', async () => {
    const fields = {
      identifiant: 'logiciel-neuf',
      organisme: '97411S00',
      'portees.referrals:read': 'oui',
    };
    const created = await send(first, '/admin/clients', fields).expect(200);
    const secret = /<code>([^<]+)<\/code>/.exec(created.text)?.[1] ?? '';
    expect(await read('/admin/clients')).not.toContain(secret);
    const ask = () =>
      service.anonymous
        .post('/oauth/token')
        .auth('logiciel-neuf', secret)
        .type('form')
        .send({ grant_type: 'client_credentials' });
    expect((await ask()).status).toBe(200);

    expect(await read('/admin/clients/logiciel-neuf/revocation')).toContain('ne se défait pas');
    await send(first, '/admin/clients/logiciel-neuf/revocation').expect(303);

    expect((await ask()).status).toBe(401);
    await first().get('/admin/clients/logiciel-neuf/revocation').expect(404);
  });

  it('needs an identifier, an organisation and a scope that such an organisation may have', async () => {
    const none = await send(first, '/admin/clients', { identifiant: 'ab', organisme: '97411S00' });
    expect([none.status, none.text.includes('id="identifiant-erreur"')]).toEqual([422, true]);
    const base = { identifiant: 'un-autre', organisme: '97411S00' };
    const empty = await send(first, '/admin/clients', base);
    expect([empty.status, empty.text.includes('id="portees-erreur"')]).toEqual([422, true]);
    const medical = { ...base, 'portees.medical-conclusion': 'oui' };
    const forbidden = await send(first, '/admin/clients', medical);
    expect([forbidden.status, forbidden.text.includes('id="portees-erreur"')]).toEqual([422, true]);
  });
});
