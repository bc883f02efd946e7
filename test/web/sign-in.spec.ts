import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startService, type StartedService } from '../e2e/started-service.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { HttpBrowser } from './http-browser.js';

// Against a real process: the provider of the demonstration is an ES module, loaded at its first use.

let folder: string;
let database: TestDatabase;
let service: StartedService;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'passerelle-web-'));
  database = await createTestDatabase();
  service = await startService(folder, { DEMONSTRATION: '1', DATABASE_URL: database.ownerUrl });
}, 120_000);
afterAll(async () => {
  await service?.end('SIGTERM');
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the journal holds of the sessions of an account, in order. */
async function journalOf(email: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ line: string }>(
    `select concat_ws(' ', command, result, detail) as line from app.audit_event
     where actor_id = (select id::text from app.account where email = $1)
       and command ~ '^(session|account)[.]' order by recorded_at`,
    [email],
  );
  return rows.map(({ line }) => line);
}

const browser = () => new HttpBrowser(service.url);
const SESSION = 'passerelle-session';

describe('Signing in', () => {
  it('goes through the provider and comes back to the page that was asked', async () => {
    const one = browser();

    const asked = await one.request('/organisation');
    expect(asked.status).toBe(303);
    expect(asked.location).toBe('/connexion?suite=%2Forganisation');
    const home = await one.signIn('conseiller@ml-nord.demo');

    expect(home.status).toBe(200);
    expect(new URL(home.url).pathname).toBe('/');
    expect(home.text).toContain('Élodie Técher');
  });

  it('makes another session each time, and a cookie from before opens nothing', async () => {
    const one = browser();
    const fixed = 'a'.repeat(43);
    one.setCookie(SESSION, fixed);

    await one.signIn('conseiller@ml-nord.demo');

    expect(one.cookie(SESSION)).not.toBe(fixed);
    const thief = browser();
    thief.setCookie(SESSION, fixed);
    expect((await thief.request('/')).status).toBe(303);
  });

  it('ends a session for every holder of its cookie', async () => {
    const one = browser();
    await one.signIn('recrutement@rsma-re.demo');
    const copy = browser();
    copy.setCookie(SESSION, one.cookie(SESSION) ?? '');
    expect((await copy.request('/')).status).toBe(200);

    await one.submit('/deconnexion', {});

    expect((await copy.request('/')).location).toBe('/connexion');
  });

  it('tells somebody without an account what to do', async () => {
    const stranger = await browser().signIn('inconnu@ailleurs.demo');

    expect(stranger.status).toBe(403);
    expect(stranger.text).toContain('Aucun compte de Passerelle');
    expect(stranger.text).toContain('responsable de votre mission locale');
  });

  it('leads back to the page that was asked, even by way of the choice of an organisation', async () => {
    const one = browser();
    await database.owner.query(
      `insert into app.membership (account_id, organisation_id, role, valid_from)
       select a.id, o.id, 'ml-manager', '2026-01-01' from app.account a, app.organisation o
       where a.email = 'conseiller@ml-mayotte.demo' and o.code = '97600S00'`,
    );

    const choice = await one.signIn('conseiller@ml-mayotte.demo', '/orientations?onglet=toutes');

    expect(new URL(choice.url).search).toBe('?suite=%2Forientations%3Fonglet%3Dtoutes');
    const fields = {
      organisme: '97600S00',
      role: 'ml-manager',
      suite: '/orientations?onglet=toutes',
    };
    const worklist = await one.submit('/organisation', fields);
    expect(new URL(worklist.url).pathname).toBe('/orientations');
    expect(await journalOf('conseiller@ml-mayotte.demo')).toEqual([
      'account.link done',
      'session.switch done',
    ]);
  });

  it('lets somebody refused sign in with another account, whom the provider asks for', async () => {
    const one = browser();
    const refused = await one.signIn('inconnu@ailleurs.demo');
    expect(refused.text).toContain('Se connecter avec un autre compte');

    const same = await one.submit('/connexion', { suite: '/' });
    expect(same.status).toBe(403);
    const entry = await one.submit('/connexion', { compte: 'autre' });
    expect(entry.url).toContain('/identite/entree/');
    const fields = { adresse: 'pilote@sma.demo', 'mot-de-passe': 'demonstration' };
    const home = await one.submit(new URL(entry.url).pathname, fields);

    expect(home.status).toBe(200);
    expect(new URL(home.url).pathname).toBe('/');
  });

  it('tells the journal why a known account was not let in, and that it changed nothing', async () => {
    const email = 'pilote@smv.demo';
    await database.owner.query(`update app.account set state = 'suspended' where email = $1`, [
      email,
    ]);

    const refused = await browser().signIn(email);

    expect(refused.status).toBe(403);
    expect(await journalOf(email)).toEqual(['session.begin refused not-yet-open']);
    const sessions = await database.owner.query(
      'select from app.session s join app.account a on a.id = s.account_id where a.email = $1',
      [email],
    );
    expect(sessions.rowCount).toBe(0);
    await database.owner.query(`update app.account set state = 'active' where email = $1`, [email]);
  });

  it('ends the session the browser held before, and tells so', async () => {
    const one = browser();
    await one.signIn('insertion@rsma-re.demo');
    const former = browser();
    former.setCookie(SESSION, one.cookie(SESSION) ?? '');

    const again = await one.submit('/connexion', { suite: '/' });

    expect(again.status).toBe(200);
    expect((await former.request('/')).status).toBe(303);
    expect(await journalOf('insertion@rsma-re.demo')).toEqual([
      'account.link done',
      'session.end done',
      'session.begin done',
    ]);
  });

  it('refuses an answer of the provider to another browser, an older one and none', async () => {
    const victim = browser();
    const entry = await victim.submit('/connexion', { suite: '/' });
    const action = new URL(entry.url).pathname;
    const fields = { adresse: 'conseiller@ml-nord.demo', 'mot-de-passe': 'demonstration' };
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    };
    const body = new URLSearchParams(fields).toString();
    const resumed = await victim.request(action, { method: 'POST', headers, body });
    const callback = (await victim.request(resumed.location ?? '')).location ?? '';
    expect(callback).toContain('/connexion/retour?code=');

    const other = browser();
    expect((await other.request(callback)).status).toBe(422);
    await other.submit('/connexion', { suite: '/' });
    expect((await other.request(callback)).status).toBe(422);

    const back = await victim.request(callback);
    expect(back.location).toBe('/');
    expect((await victim.request(callback)).status).toBe(422);
  });

  it.each(['state', 'code'])('refuses a callback with a forged %s', async (name) => {
    const one = browser();
    const entry = await one.submit('/connexion', { suite: '/' });
    const fields = { adresse: 'conseiller@ml-nord.demo', 'mot-de-passe': 'demonstration' };
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    };
    const init = { method: 'POST', headers, body: new URLSearchParams(fields).toString() };
    const resumed = await one.request(new URL(entry.url).pathname, init);
    const callback = new URL(
      (await one.request(resumed.location ?? '')).location ?? '',
      service.url,
    );
    callback.searchParams.set(name, 'x'.repeat(43));

    const answer = await one.request(callback.href);

    expect(answer.status).toBe(422);
    expect(one.cookie(SESSION)).toBeUndefined();
  });
});

it('The pages that are open to everybody show who is signed in', async () => {
  const one = browser();
  expect((await one.request('/aide')).text).not.toContain('Se déconnecter');

  await one.signIn('conseiller@ml-nord.demo');

  expect((await one.request('/aide')).text).toContain('Élodie Técher');
});

describe('The session of a person', () => {
  it('is kept by what the person asks, not by what a waiting page asks by itself', async () => {
    const one = browser();
    await one.signIn('echanges@rsma-re.demo');
    const ofOperator = `account_id = (select id from app.account where email = 'echanges@rsma-re.demo')`;
    const isNoted = async () => {
      const sql = `select bool_or(seen_at > now() - interval '5 minutes') as noted from app.session
        where ${ofOperator}`;
      return (await database.owner.query<{ noted: boolean }>(sql)).rows[0]?.noted;
    };
    await database.owner.query(
      `update app.session set seen_at = now() - interval '10 minutes' where ${ofOperator}`,
    );

    const asked = await one.request('/echanges', { headers: { 'x-passerelle-refresh': 'yes' } });
    expect([asked.status, await isNoted()]).toEqual([200, false]);
    await one.request('/echanges');
    expect(await isNoted()).toBe(true);
  });

  it('never opens the API', async () => {
    const one = browser();
    await one.signIn('conseiller@ml-nord.demo');

    // However the address is written.
    for (const path of ['/api/v1/referrals', '/%61pi/v1/referrals', '/ap%69/v1/referrals']) {
      const answer = await one.request(path);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(answer.text).not.toContain('items');
    }
  });

  it('is seen and ended from another one, and nobody ends somebody else’s', async () => {
    const here = browser();
    const there = browser();
    const stranger = browser();
    await there.signIn('pilote@unml.demo');
    await here.signIn('pilote@unml.demo');
    await stranger.signIn('dgom@national.demo');
    const { text } = await here.request('/compte');
    const end = /\/compte\/sessions\/[0-9a-f-]{36}\/fin/.exec(text)?.[0] ?? '';
    expect(text.match(/\/fin"/g)).toHaveLength(1);

    await stranger.submit(end, {});
    expect((await there.request('/')).status).toBe(200);
    await here.submit(end, {});

    expect((await there.request('/')).status).toBe(303);
    expect((await here.request('/compte')).text).toContain('Aucune autre session');
  });

  it('is not used by a form of another site', async () => {
    const one = browser();
    await one.signIn('conseiller@ml-nord.demo');
    const cookie = one.cookie(SESSION);

    const attack = await one.request('/deconnexion', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    });

    expect(attack.status).toBe(403);
    expect(one.cookie(SESSION)).toBe(cookie);
    expect((await one.request('/')).status).toBe(200);
  });
});

// Last: no sign-in is begun from this address any more.
it('Too many sign-ins from one address wait', async () => {
  const one = browser();
  const headers = { 'sec-fetch-site': 'same-origin' };
  const begin = () => one.request('/connexion', { method: 'POST', headers });
  let answer = await begin();
  for (let asked = 1; answer.status === 303 && asked < 100; asked += 1) answer = await begin();

  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.headers.get('content-type')).toContain('text/html');
});
