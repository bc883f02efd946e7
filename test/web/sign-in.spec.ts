import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startService, type StartedService } from '../e2e/started-service.js';
import { HttpBrowser } from './http-browser.js';

// Against a real process: the provider of the demonstration is an ES module, loaded at its first use.

let folder: string;
let service: StartedService;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'passerelle-web-'));
  service = await startService(folder, { DEMONSTRATION: '1' });
}, 120_000);
afterAll(async () => {
  await service?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

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

describe('The session of a person', () => {
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
