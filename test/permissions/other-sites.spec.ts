import { declaredRoutes } from '../../src/platform/security/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { machines, people, type Caller } from './support/callers.js';
import { CALLS as API_CALLS, type Call } from './support/calls.js';
import { PAGE_CALLS } from './support/page-calls.js';
import { sessionCookie } from './support/session-cookie.js';
import { createSubjects, type Subjects } from './support/subjects.js';

// No other site makes a browser change anything (SEC-29): every route that writes, by whoever may.

const CALLS: Readonly<Record<string, Call>> = { ...API_CALLS, ...PAGE_CALLS };
const DEPOSITS = '/api/v1/exchanges';
const FORM = 'application/x-www-form-urlencoded';

let service: TestApplication;
let subjects: Subjects;
let writing: readonly { readonly name: string; readonly call: Call; readonly caller: Caller }[];

beforeAll(async () => {
  const environment = {
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'tests',
    OIDC_CLIENT_SECRET: 'of-the-tests',
  };
  service = await startTestApplication({ isDemonstration: true, environment });
  subjects = await createSubjects(service);
  const callers = [...people(), ...(await machines(service))];
  writing = declaredRoutes(service.app).flatMap(({ name, method, policy }) => {
    const call = CALLS[name];
    if (method === 'GET' || !call || policy === undefined) return [];
    const caller = callers.find(({ role }) => {
      return policy === 'public' || (role !== null && policy.roles.includes(role));
    });
    return caller ? [{ name, call, caller }] : [];
  });
});
afterAll(() => service?.close());

const isOfApi = (address: string) => /^\/(?:api|oauth)\//.test(address);
const addressOf = ({ call, caller }: (typeof writing)[number]) =>
  call.path(subjects.own[caller.kind]);

/** All that a writing leaves: what was done, refused, told to others, kept for a repeated key. */
async function written(): Promise<string> {
  const tables = ['outbox_message', 'referral_transition', 'candidacy_transition', 'session'];
  const counts = [
    ...tables.map((table) => `(select count(*) from app.${table})`),
    `(select count(*) from app.audit_event where result <> 'read')`,
    '(select count(*) from app.exchange_file)',
    '(select count(*) from app.pending_deposit)',
    '(select count(*) from app.sign_in_attempt)',
    '(select count(*) from app.idempotency_key)',
    '(select count(*) from app.access_token)',
    '(select count(*) from app.referral_preparation)',
  ];
  const sql = `select concat_ws(' ', ${counts.join(', ')}) as counts`;
  const { rows } = await service.database.owner.query<{ counts: string }>(sql);
  return rows[0]?.counts ?? '';
}

interface Attempt {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | FormData | string;
}

/** What each route answers to an attempt, by name; says besides whether anything was written. */
async function attempt(
  isWanted: (address: string) => boolean,
  made: (call: Call) => Attempt,
): Promise<{ statuses: Record<string, number>; hasWritten: boolean }> {
  const before = await written();
  const statuses: Record<string, number> = {};
  for (const one of writing.filter((each) => isWanted(addressOf(each)))) {
    const { method = 'POST', headers, body } = made(one.call);
    const answer = await fetch(`${service.url}${addressOf(one)}`, {
      method,
      headers: { ...one.caller.headers, ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    await answer.arrayBuffer();
    statuses[one.name] = answer.status;
  }
  return { statuses, hasWritten: (await written()) !== before };
}

const body = (call: Call): Pick<Attempt, 'body'> => {
  const given = call.body?.();
  return given instanceof FormData || given instanceof URLSearchParams ? { body: given } : {};
};
const isPage = (address: string) => !isOfApi(address);

describe('A page that writes', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a site beside', { 'sec-fetch-site': 'same-site' }],
    ['typed or opened from elsewhere', { 'sec-fetch-site': 'none' }],
    ['of another origin', { origin: 'https://evil.example' }],
    ['of no origin', { origin: 'null' }],
    ['that says nothing', {}],
  ])('refuses a form %s, and nothing is written', async (_whose, headers) => {
    const { statuses, hasWritten } = await attempt(isPage, (call) => ({ headers, ...body(call) }));

    expect(Object.keys(statuses).length).toBeGreaterThan(20);
    expect(Object.entries(statuses).filter(([, status]) => status !== 403)).toEqual([]);
    expect(hasWritten).toBe(false);
  });
});

describe('A route that writes', () => {
  it('is not reached by reading its address, and nothing is written', async () => {
    const { statuses, hasWritten } = await attempt(
      () => true,
      () => ({ method: 'GET', headers: { 'sec-fetch-site': 'same-origin' } }),
    );

    const odd = Object.entries(statuses).filter(([, status]) => {
      return ![200, 303, 404, 405, 409].includes(status);
    });
    const faults = service.logged().split('\n');
    expect(faults.filter((line) => line.includes('"http.fault"'))).toEqual([]);
    expect(odd).toEqual([]);
    expect(hasWritten).toBe(false);
  });
});

describe('The API', () => {
  it.each([FORM, 'text/plain', 'multipart/form-data; boundary=x'])(
    'takes no body that a form of another site could send: %s',
    async (type) => {
      // A deposit is multipart: it takes a bearer token, which no browser adds by itself.
      const isAsked = (address: string) =>
        address.startsWith('/api/') && !(address === DEPOSITS && type.startsWith('multipart'));
      const { statuses, hasWritten } = await attempt(isAsked, () => ({
        headers: { 'content-type': type },
        body: type === FORM ? 'a=b' : '--x--\r\n',
      }));

      expect(Object.keys(statuses).length).toBeGreaterThan(10);
      expect(Object.entries(statuses).filter(([, status]) => status !== 415)).toEqual([]);
      expect(hasWritten).toBe(false);
    },
  );

  it('is not opened by the session of a browser', async () => {
    const cookie = await sessionCookie(service);
    const page = await fetch(`${service.url}/compte`, { headers: { cookie } });
    expect(page.status).toBe(200);
    const before = await written();
    for (const { call, caller } of writing.filter((one) => addressOf(one).startsWith('/api/'))) {
      const answer = await fetch(`${service.url}${call.path(subjects.own[caller.kind])}`, {
        method: 'POST',
        headers: { cookie },
      });
      expect(answer.status).toBe(401);
    }
    expect(await written()).toBe(before);
  });
});
