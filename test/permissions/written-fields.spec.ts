import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { ENTITIES } from '../../src/app/entities.js';
import { apiDocument, documentGaps, RouteTable } from '../../src/platform/http/index.js';
import { declaredRoutes } from '../../src/platform/security/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { ApiSchema } from './support/api-schema.js';
import { machines, people, type Caller } from './support/callers.js';
import { CALLS, type Call } from './support/calls.js';
import { referralBody } from './support/referral-body.js';
import { send } from './support/send.js';
import { createSubjects, type Subjects } from './support/subjects.js';

// A body binds what its route declares and nothing else; an answer shows what is declared (SEC-23).

let service: TestApplication;
let subjects: Subjects;
let software: readonly Caller[];
let schema: ApiSchema;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  subjects = await createSubjects(service);
  software = await machines(service);
  schema = new ApiSchema(
    apiDocument(service.app, { http: { publicUrl: 'https://x.test', trustProxy: false } }),
  );
});
afterAll(() => service?.close());

/** Every column of every table, as code and as SQL name it, and what JavaScript itself owns. */
const OWNED = (() => {
  const columns = getMetadataArgsStorage().columns.filter(({ target }) =>
    ENTITIES.some((entity) => entity === target),
  );
  const names = columns.flatMap(({ propertyName, options }) => [propertyName, options.name ?? '']);
  const language = [
    '__proto__',
    'constructor',
    'prototype',
    'organisation',
    'role',
    'roles',
    'scopes',
    'actor',
    'status',
  ];
  return [...new Set([...names.filter((name) => name !== ''), ...language])].sort();
})();

const WRITES = Object.entries(CALLS).filter(
  ([name, { method, body }]) =>
    method === 'POST' &&
    body !== undefined &&
    !['DepositsController.deposit', 'TokenController.issue'].includes(name),
);

function addressOf({ path }: Call): string {
  const id = '{id}';
  const own = { referral: id, candidacy: id, exchange: id, mailbox: id, review: id, merge: id };
  const services = { session: id, sheet: id, volunteer: id, left: id, return: id, transfer: id };
  const later = { ...services, contract: id, direct: id, pending: id, preparation: id };
  return path({ ...own, ...later, dropped: id, kept: id, person: id });
}

function callerOf(name: string): Caller {
  const policy = declaredRoutes(service.app).find((route) => route.name === name)?.policy;
  const roles = policy === 'public' || policy === undefined ? [] : policy.roles;
  // What two people have to agree on is closed to software.
  const caller = [...software, ...people()].find(
    ({ role }) => role !== null && roles.includes(role),
  );
  if (!caller) throw new Error(`nobody may call ${name}`);
  return caller;
}

/** What the tables hold, but for the journal: a refused writing leaves its line there. */
async function fingerprint(): Promise<string[]> {
  const { owner } = service.database;
  const sums: string[] = [];
  for (const table of [
    'young_person',
    'person_share',
    'referral',
    'referral_transition',
    'candidacy',
    'candidacy_transition',
    'medical_conclusion',
    'outbox_message',
    'exchange_file',
    'mailbox_file',
    'identity_review',
    'idempotency_key',
    'account',
    'membership',
    'machine_client',
  ]) {
    // The relay marks messages while we look: their ids are what counts.
    const row = table === 'outbox_message' ? 't.id::text' : 't::text';
    const sql = `select count(*) || coalesce(md5(string_agg(${row}, '' order by ${row})), '') as sum
      from app.${table} t`;
    sums.push(`${table} ${(await owner.query<{ sum: string }>(sql)).rows[0]?.sum}`);
  }
  return sums;
}

/** A body with more members at a place, written by hand: an object would swallow `__proto__`. */
function withMembers(body: object, place: readonly string[], names: readonly string[]): string {
  const [first, ...rest] = place;
  const members = Object.entries(body).map(([key, value]) => {
    const text = key === first ? withMembers(value, rest, names) : JSON.stringify(value);
    return `${JSON.stringify(key)}:${text}`;
  });
  if (first === undefined) {
    members.push(...names.map((name) => `${JSON.stringify(name)}:{"isAdmin":true}`));
  }
  return `{${members.join(',')}}`;
}

async function sendRaw(call: Call, caller: Caller, text: string) {
  const answer = await fetch(`${service.url}${call.path(subjects.own[caller.kind])}`, {
    method: 'POST',
    headers: { ...caller.headers, 'content-type': 'application/json' },
    body: text,
  });
  return { status: answer.status, text: await answer.text() };
}

/** What JavaScript owns spoils a whole body: each is sent by itself. */
const ALONE = ['__proto__', 'constructor', 'prototype'];
const TOGETHER = 40;

/** Every member is refused by its name; those that are tried together are all named. */
async function expectRefused(
  call: Call,
  caller: Caller,
  members: readonly string[],
  bodyWith: (members: readonly string[]) => string,
): Promise<void> {
  for (const member of ALONE.filter((one) => members.includes(one))) {
    expect([member, (await sendRaw(call, caller, bodyWith([member]))).status]).toEqual([
      member,
      400,
    ]);
  }
  const others = members.filter((one) => !ALONE.includes(one));
  for (let start = 0; start < others.length; start += TOGETHER) {
    const some = others.slice(start, start + TOGETHER);
    const { status, text } = await sendRaw(call, caller, bodyWith(some));
    const errors: { pointer: string }[] = JSON.parse(text).errors;
    const refused = new Set(errors.map(({ pointer }) => pointer.split('/').at(-1)));
    expect([status, some.filter((one) => !refused.has(one))]).toEqual([400, []]);
  }
}

describe('A written body', () => {
  it('is tried with every column of the service', () => {
    expect(OWNED.length).toBeGreaterThan(200);
    expect(OWNED).toEqual(
      expect.arrayContaining(['id', 'org_id', 'orgId', 'state', 'version', '__proto__']),
    );
    expect(WRITES.length).toBeGreaterThan(8);
  });

  it.each(WRITES)('of %s binds no member the route does not declare', async (name, call) => {
    const caller = callerOf(name);
    const declared = schema.requestBody('POST', addressOf(call));
    const known = declared === undefined ? [] : schema.names(declared);
    const before = await fingerprint();
    const members = OWNED.filter((one) => !known.includes(one));
    const body = Object(call.body?.());
    await expectRefused(call, caller, members, (some) => withMembers(body, [], some));
    expect(await fingerprint()).toEqual(before);
  });

  it.each([[['youngPerson']], [['youngPerson', 'address']]])(
    'binds nothing inside %j either',
    async (place) => {
      const call = CALLS['ReferralsController.submit'];
      const declared = schema.requestBody('POST', '/api/v1/referrals');
      if (!call || !declared) throw new Error('the route is gone');
      const known = schema.names(declared);
      const before = await fingerprint();
      const members = OWNED.filter((one) => !known.includes([...place, one].join('/')));
      const caller = callerOf('ReferralsController.submit');
      const body = referralBody();
      await expectRefused(call, caller, members, (some) => withMembers(body, place, some));
      expect(await fingerprint()).toEqual(before);
    },
  );

  it('changes nothing of what objects are', () => {
    expect(Object.getOwnPropertyDescriptor(Object.prototype, 'isAdmin')).toBeUndefined();
  });
});

describe('The document', () => {
  it('tells exactly the routes that are served', async () => {
    const answer = await fetch(`${service.url}/api/openapi.json`);
    const served = service.app.get(RouteTable).all;
    expect(documentGaps(JSON.parse(await answer.text()), served)).toEqual({
      unserved: [],
      undocumented: [],
    });
  });

  it('never gives two bodies the same name, of which it would show one', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(request|view)\.ts$/.test(path))
      .map((path) => readFileSync(join('src', path), 'utf8'));
    const classes = sources.flatMap((text) =>
      [...text.matchAll(/export class (\w+)/g)].map(([, name]) => name),
    );
    expect(classes.length).toBeGreaterThan(20);
    expect(classes.filter((name, index) => classes.indexOf(name) !== index)).toEqual([]);
  });

  const READ = Object.entries(CALLS).filter(
    ([name, { path, method }]) =>
      method === 'GET' &&
      addressOf({ path, method }).startsWith('/api/v1/') &&
      !/schema|template|sample|rejected|content|report|manifest|show|lookalikes/.test(name),
  );

  it.each(READ)('declares every member %s shows', async (name, call) => {
    const caller = name.startsWith('Flows') ? software[0] : callerOf(name);
    if (!caller) throw new Error('no software');
    const { status, text } = await send(service, call, subjects.own[caller.kind], caller.headers);
    const declared = schema.answer('GET', addressOf(call), 200);
    expect([status, declared === undefined]).toEqual([200, false]);
    // Nothing was delivered yet: an empty page shows its own members only.
    expect(text.length).toBeGreaterThan(30);
    expect(schema.undeclared(JSON.parse(text), declared ?? {})).toEqual([]);
  });
});
