import { parseSetCookie } from 'cookie';
import { declaredRoutes } from '../../src/platform/security/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { machines, people, STRANGERS, type Caller } from './support/callers.js';
import { CALLS as API_CALLS, type Call } from './support/calls.js';
import { send } from './support/send.js';
import { PAGE_CALLS } from './support/page-calls.js';
import { createSubjects, unknownSubject, type Subjects } from './support/subjects.js';

// Headers on every answer, cookies, redirects (SEC-30 to SEC-32), over every route of the service.

const CALLS: Readonly<Record<string, Call>> = { ...API_CALLS, ...PAGE_CALLS };
const REAL = 'https://passerelle.example';

let service: TestApplication;
let subjects: Subjects;
let callers: readonly Caller[];

beforeAll(async () => {
  const environment = {
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'tests',
    OIDC_CLIENT_SECRET: 'of-the-tests',
    PUBLIC_URL: REAL,
  };
  service = await startTestApplication({ isDemonstration: true, environment });
  subjects = await createSubjects(service);
  callers = [...people(), ...(await machines(service)), ...STRANGERS];
});
afterAll(() => service?.close());

const FOR_ALL: readonly (readonly [name: string, value: RegExp])[] = [
  ['strict-transport-security', /^max-age=31536000; includeSubDomains$/],
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /^no-referrer$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['content-security-policy', /object-src 'none'/],
  ['content-security-policy', /base-uri 'none'/],
  ['content-security-policy', /frame-ancestors 'none'/],
  ['content-security-policy', /form-action '(?:none|self)'/],
  ['content-security-policy', /default-src 'none'/],
];

/** What misses of an answer. Files of the pages hold nothing of anybody, and may be kept. */
function missing(headers: Headers, address: string): string[] {
  const wrong = FOR_ALL.filter(([name, value]) => !value.test(headers.get(name) ?? ''));
  const found = wrong.map(([name]) => `${address}: ${name} is ${headers.get(name)}`);
  const isFile = address.startsWith('/actifs/') || address.startsWith('/api/docs');
  if (!isFile && headers.get('cache-control') !== 'no-store') {
    found.push(`${address}: cache-control is ${headers.get('cache-control')}`);
  }
  if (headers.has('x-powered-by') || headers.has('server'))
    found.push(`${address}: says its maker`);
  const script = /script-src ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  if (script !== undefined && script !== "'self'") found.push(`${address}: scripts of ${script}`);
  return found;
}

const get = (address: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${service.url}${address}`, { headers, redirect: 'manual' });

/** Whoever may, somebody else who may not, and nobody. */
function askersOf(name: string): Caller[] {
  const policy = declaredRoutes(service.app).find((route) => route.name === name)?.policy;
  const mayAsk = ({ role }: Caller) =>
    policy === 'public' || policy?.roles.some((one) => one === role) === true;
  const [stranger] = STRANGERS;
  const found = [callers.find(mayAsk), callers.find((one) => one.role && !mayAsk(one)), stranger];
  return found.filter((one) => one !== undefined);
}

describe('Every answer', () => {
  const statuses = new Set<number>();
  const cookies: string[] = [];

  it.each(Object.entries(CALLS))('of %s carries its headers', async (name, call) => {
    const accept = PAGE_CALLS[name] === undefined ? 'application/json' : 'text/html';
    const faults: string[] = [];
    for (const caller of askersOf(name)) {
      for (const subject of [unknownSubject(), subjects.own[caller.kind]]) {
        const reply = await send(service, call, subject, { ...caller.headers, accept });
        statuses.add(reply.status);
        cookies.push(...reply.headers.getSetCookie());
        faults.push(...missing(reply.headers, call.path(subject)));
      }
    }
    expect(faults).toEqual([]);
  });

  it('was looked at in every way of answering', () => {
    expect([...statuses]).toEqual(expect.arrayContaining([200, 303, 400, 401, 403, 404, 409, 422]));
  });

  it('sets cookies that are the service’s alone, small, and out of the reach of scripts', () => {
    const wrong = cookies.filter((cookie) => {
      const parsed = parseSetCookie(cookie);
      const isOurs = parsed?.name.startsWith('__Host-') === true && parsed.path === '/';
      const isHidden = parsed?.secure === true && parsed.httpOnly === true;
      const isSmall = cookie.length < 4_096 && parsed?.domain === undefined;
      return !isOurs || !isHidden || parsed.sameSite !== 'lax' || !isSmall;
    });
    expect(cookies.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it.each<[number, string, RequestInit]>([
    [400, '/api/v1/referrals', { method: 'POST', body: '{' }],
    [404, '/nulle-part', {}],
    [404, '/actifs/00000000/x.css', {}],
    [405, '/api/v1/referrals', { method: 'DELETE' }],
    [413, '/api/v1/referrals', { method: 'POST', body: JSON.stringify('x'.repeat(300_000)) }],
    [400, '/%ff', {}],
    [200, '/api/docs', {}],
    [200, '/api/docs/swagger-ui.css', {}],
    [200, '/api/openapi.json', {}],
  ])('%i of %s carries them too', async (status, address, init) => {
    const headers = { ...callers[0]?.headers, 'content-type': 'application/json' };
    const answer = await fetch(`${service.url}${address}`, {
      ...init,
      headers,
      redirect: 'manual',
    });

    expect(answer.status).toBe(status);
    expect(missing(answer.headers, address)).toEqual([]);
  });

  it('carries them when there is too much of something, and when we are at fault', async () => {
    const begin = () =>
      fetch(`${service.url}/connexion`, {
        method: 'POST',
        headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ suite: '/' }),
        redirect: 'manual',
      });
    let tooMany = await begin();
    for (let tries = 0; tries < 70 && tooMany.status !== 429; tries += 1) tooMany = await begin();
    await service.database.owner.query('alter table app.referral_preparation rename to gone');
    const broken = await get('/orientations', { ...callers[0]?.headers, accept: 'text/html' });
    await service.database.owner.query('alter table app.gone rename to referral_preparation');

    expect([tooMany.status, broken.status]).toEqual([429, 500]);
    expect(missing(tooMany.headers, '/connexion')).toEqual([]);
    expect(missing(broken.headers, '/orientations')).toEqual([]);
    expect(await broken.text()).not.toMatch(/gone|referral_preparation|relation/);
  });
});

const ELSEWHERE = [
  ...[
    '//evil.example',
    '///evil.example',
    '////evil.example',
    '/\\evil.example',
    '\\\\evil.example',
  ],
  ...['https://evil.example', 'HTTPS:evil.example', 'http:evil.example', 'https:/evil.example'],
  ...['javascript:alert(1)', 'data:text/html,x', '//evil.example/%2f..', '/%2f%2fevil.example'],
  ...[
    '/%5cevil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '@evil.example',
  ],
  ...['/orientations\r\nLocation: https://evil.example', '/orientations%0d%0aLocation:x'],
  ...[
    '//evil.example@passerelle.example',
    'https://passerelle.example@evil.example',
    '/@evil.example',
  ],
  ...[
    '/orientations/..//evil.example',
    '/.//evil.example',
    '//ｅvil.example',
    '/\u2028/evil.example',
  ],
  ...['//[::1]', '/orientations?x=//evil.example/..', ' //evil.example', '/;//evil.example'],
];

describe('No redirect', () => {
  it.each(ELSEWHERE)('leads elsewhere when one asks for %p', async (asked) => {
    const suite = encodeURIComponent(asked);
    const html = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };
    const person = { ...callers[0]?.headers, ...html };
    const answers = [
      await get(`/connexion?suite=${suite}`, html),
      await get(`/organisation?suite=${suite}`, person),
      await get(`/connexion?next=${suite}`, html),
      await get(`/orientations?suite=${suite}&next=${suite}`, html),
      await fetch(`${service.url}/organisation`, {
        method: 'POST',
        headers: person,
        body: new URLSearchParams({ organisme: 'RSMA-RE', role: 'recruiter', suite: asked }),
        redirect: 'manual',
      }),
    ];
    for (const answer of answers) {
      const location = answer.headers.get('location') ?? '/';
      expect(new URL(location, REAL).origin).toBe(REAL);
      const leads = [...(await answer.text()).matchAll(/name="suite" value="([^"]*)"/g)];
      for (const [, value = ''] of leads) expect(new URL(value, REAL).origin).toBe(REAL);
    }
  });
});
