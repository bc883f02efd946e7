import { encodeCursor } from '../../src/platform/http/index.js';
import { declaredRoutes, type RoutePolicy } from '../../src/platform/security/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { machines, people, type Caller } from './support/callers.js';
import { PAGE_CALLS } from './support/page-calls.js';
import { CALLS, type Call } from './support/calls.js';
import { send, type Reply } from './support/send.js';
import { createSubjects, unknownSubject, type Subject, type Subjects } from './support/subjects.js';

// What belongs to others answers as what does not exist, and does not move (SEC-17, SEC-22).

let service: TestApplication;
let subjects: Subjects;
let strangers: readonly Caller[];
const policies = new Map<string, RoutePolicy>();

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  subjects = await createSubjects(service);
  // The same roles, in organisations the rows do not concern.
  strangers = [...people(1), ...(await machines(service, 1))];
  for (const { name, policy } of declaredRoutes(service.app)) {
    if (policy !== 'public' && policy !== undefined) policies.set(name, policy);
  }
});
afterAll(() => service?.close());

/** What a unit offers is for every mission locale. */
const FOR_EVERYBODY = ['OfferSheetsController.one', 'SheetController.page'];
const WITH_ID = Object.entries({ ...CALLS, ...PAGE_CALLS }).filter(
  ([name, { of }]) => of !== undefined && !FOR_EVERYBODY.includes(name),
);

/** An answer but for what names this request. */
function comparable({ status, text, headers }: Reply) {
  const kept = [...headers].filter(
    ([name]) => !['date', 'x-correlation-id', 'x-request-id'].includes(name),
  );
  const body = text.replace(/"instance":"[^"]*"/, '').replace(/"correlationId":"[^"]*"/, '');
  return { status, body, headers: kept };
}

function allowed(name: string, callers: readonly Caller[]): Caller[] {
  const roles = policies.get(name)?.roles ?? [];
  return callers.filter(({ role }) => role !== null && roles.includes(role));
}

/** Everything the rows of the subjects could have changed into. */
async function fingerprint(): Promise<unknown> {
  const { owner } = service.database;
  const tables = [
    'referral',
    'candidacy',
    'direct_applicant',
    'young_person',
    'exchange_file',
    'mailbox_file',
    'identity_review',
  ];
  const states: unknown[] = [];
  for (const table of tables) {
    const sql = `select md5(string_agg(t::text, '' order by id)) as sum from app.${table} t`;
    states.push((await owner.query<{ sum: string }>(sql)).rows[0]?.sum);
  }
  return states;
}

async function expectUnknown(name: string, call: Call, caller: Caller, subject: Subject) {
  const foreign = await send(service, call, subject, caller.headers);
  const unknown = await send(service, call, unknownSubject(), caller.headers);
  expect([name, caller.label, foreign.status]).toEqual([name, caller.label, 404]);
  expect(comparable(foreign)).toEqual(comparable(unknown));
}

it.each(WITH_ID)('%s does not know the rows of others', async (name, call) => {
  const before = await fingerprint();
  const callers = allowed(name, strangers);
  expect(callers.length).toBeGreaterThan(0);
  for (const caller of callers) {
    for (const subject of Object.values(subjects.own)) {
      await expectUnknown(name, call, caller, subject);
    }
  }
  expect(await fingerprint()).toEqual(before);
});

it.each(WITH_ID)('%s takes something that is no id for an unknown one', async (name, call) => {
  const { of } = call;
  if (of === undefined) throw new Error('not in the list');
  const [caller] = allowed(name, people());
  if (!caller) throw new Error(`nobody may call ${name}`);
  const unknown = await send(service, call, unknownSubject(), caller.headers);
  for (const text of ['1', 'x', '00000000-0000-0000-0000-00000000000g', '%00', "'--"]) {
    const other = await send(service, call, { ...unknownSubject(), [of]: text }, caller.headers);
    expect([text, other.status]).toEqual([text, unknown.status === 404 ? 404 : other.status]);
    expect(other.status).toBeLessThan(500);
  }
});

describe('A draft', () => {
  it('is unknown to the unit it is meant for, whatever the role', async () => {
    const subject = { ...unknownSubject(), referral: subjects.draft.referralId };
    for (const [name, call] of WITH_ID.filter(([, { of }]) => of === 'referral')) {
      const units = allowed(name, [...people(), ...(await machines(service))]);
      for (const caller of units.filter(({ kind }) => kind === 'unit')) {
        await expectUnknown(name, call, caller, subject);
      }
    }
  });

  it('is in no list of that unit', async () => {
    const unit = await service.as('RSMA-RE');
    const { body } = await unit.get('/api/v1/referrals?limit=100').expect(200);
    const ids = body.items.map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(3);
    expect(ids).not.toContain(subjects.draft.referralId);
  });
});

describe('A list', () => {
  const LISTS = Object.keys(CALLS).filter((name) =>
    /^(Ref|Cand|Exch|Mail|Ident).*\.list$/.test(name),
  );

  it.each(LISTS)('%s holds the rows of the caller only, filters or not', async (name) => {
    const call = CALLS[name];
    if (!call) throw new Error('not in the list');
    const own = new Set(Object.values(subjects.own).flatMap((subject) => Object.values(subject)));
    const isOfPeople = /^(Ref|Cand)/.test(name);
    const filters = isOfPeople ? ['?missionLocale=97411S00', '?reference=ORI'] : ['?flow=SUI'];
    for (const caller of allowed(name, strangers)) {
      for (const query of ['', '?limit=100', ...(name.startsWith('Ident') ? [] : filters)]) {
        const filtered = { ...call, path: (subject: Subject) => `${call.path(subject)}${query}` };
        const { status, text } = await send(service, filtered, unknownSubject(), caller.headers);
        expect([query, status]).toEqual([query, 200]);
        expect(itemIds(text).filter((id) => own.has(id))).toEqual([]);
      }
    }
  });

  it.each(LISTS)('%s refuses a cursor somebody made up, without a fault', async (name) => {
    const call = CALLS[name];
    const [caller] = allowed(name, people());
    if (!call || !caller) throw new Error('not in the list');
    for (const parts of [
      ['2026-11-20T00:00:00.000Z', "x'"],
      ['x', 'y'],
      [1, 2],
      ['2026-11-20T00:00:00.000Z', '\u0000'],
    ]) {
      const list = call.path(unknownSubject()).split('/').at(-1) ?? '';
      const cursor = encodeCursor(parts, list);
      const forged = {
        ...call,
        path: (subject: Subject) => `${call.path(subject)}?cursor=${cursor}`,
      };
      const { status } = await send(service, forged, unknownSubject(), caller.headers);
      expect([parts, status]).toEqual([parts, 422]);
    }
  });
});

function itemIds(text: string): string[] {
  const { items }: { items: { id: string }[] } = JSON.parse(text);
  return items.map(({ id }) => id);
}
