import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredRoutes, type DeclaredRoute } from '../../src/platform/security/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import {
  expectedAnswer,
  machines,
  machinesWithout,
  people,
  STRANGERS,
  type Caller,
} from './support/callers.js';
import { CALLS as API_CALLS } from './support/calls.js';
import { send, type Reply } from './support/send.js';
import { PAGE_CALLS } from './support/page-calls.js';
import { rightsTable, type RightsRow } from './support/rights-table.js';
import { createSubjects, type Subjects } from './support/subjects.js';

// Every route played by every role over HTTP, on rows of its own organisation (SEC-16, SEC-17).

const CALLS = { ...API_CALLS, ...PAGE_CALLS };
const SNAPSHOT = join(process.cwd(), 'test/permissions/rights.snapshot.md');

let service: TestApplication;
let subjects: Subjects;
let routes: readonly DeclaredRoute[];
let callers: readonly Caller[];
const rows: RightsRow[] = [];

beforeAll(async () => {
  // A provider that nobody answers for: the one of the demonstration is another test's.
  const environment = {
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'tests',
    OIDC_CLIENT_SECRET: 'of-the-tests',
  };
  service = await startTestApplication({ isDemonstration: true, environment });
  subjects = await createSubjects(service);
  routes = declaredRoutes(service.app);
  callers = [...STRANGERS, ...people(), ...(await machines(service))];
});
afterAll(() => service?.close());

/** How a route received a caller, as its answer shows it. */
function answerOf({ status, code, headers }: Reply): string {
  if (status === 401 && code === 'unauthenticated') {
    return headers.get('www-authenticate') === null ? '401 without a challenge' : 'unauthenticated';
  }
  if (status === 403 && (code === 'forbidden' || code === 'insufficient-scope')) return code;
  // A refusal of the matter itself (409, 422…) comes from behind the door.
  const isInside = status < 500 && ![401, 403, 404, 405, 429].includes(status);
  return isInside ? 'open' : `${status} ${code ?? ''}`;
}

async function play(name: string, caller: Caller): Promise<string> {
  const call = CALLS[name];
  if (!call) throw new Error(`no call is written for ${name}`);
  const reply = await send(service, call, subjects.own[caller.kind], caller.headers);
  // Whoever asks for a token without a client is not known: that is the answer of the route itself.
  if (name === 'TokenController.issue' && reply.code === undefined) return 'open';
  // No provider is at hand for this process: the route was open, and says so.
  if (reply.code === 'sign-in-unavailable') return 'open';
  return answerOf(reply);
}

it('Every route has its call, and every call its route', () => {
  expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(CALLS).sort());
});

describe.each(Object.keys(CALLS))('%s', (name) => {
  const policyOf = () => {
    const policy = routes.find((route) => route.name === name)?.policy;
    if (policy === undefined) throw new Error(`${name} is open to nobody knows whom`);
    return policy;
  };

  it('receives each caller as its policy says', async () => {
    const policy = policyOf();
    const given: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const caller of callers) {
      given[caller.label] = await play(name, caller);
      expected[caller.label] = expectedAnswer(policy, caller);
    }
    const { method, path } = CALLS[name] ?? { method: 'GET', path: () => '' };
    rows.push({ name, method, path, answers: given });
    expect(given).toEqual(expected);
  });

  it('asks machines for its scope, whatever else they may', async () => {
    const policy = policyOf();
    const isForMachines =
      policy !== 'public' && policy.roles.some((role) => role.endsWith('-machine'));
    const scope = policy === 'public' ? undefined : policy.scope;
    expect(scope !== undefined || !isForMachines).toBe(true);
    for (const caller of await machinesWithout(service, String(scope))) {
      expect([caller.label, await play(name, caller)]).toEqual([
        caller.label,
        expectedAnswer(policy, caller),
      ]);
    }
  });
});

it('The rights are those of the committed table', () => {
  const table = rightsTable(rows, callers);
  if (process.env['UPDATE_DOCS'] === 'yes') writeFileSync(SNAPSHOT, table);
  expect(readFileSync(SNAPSHOT, 'utf8')).toBe(table);
});

it('Nothing failed on our side', () => {
  const faults = service
    .logged()
    .split('\n')
    .filter((line) => line.includes('"http.fault"'));
  expect(faults).toEqual([]);
});
