import { randomUUID } from 'node:crypto';
import { PurgePendingDepositsJob } from '../../src/app/jobs/purge-pending-deposits.job.js';
import { PurgeTechnicalJob } from '../../src/app/jobs/purge-technical.job.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

const ML = '97411S00';

let service: TestApplication;
/** One old and one recent row of each kind, and a message that was never delivered. */
const ids = { old: randomUUID(), recent: randomUUID(), undone: randomUUID() };

beforeAll(async () => {
  service = await startTestApplication();
  await service.token(ML);
  for (const [label, days] of [
    ['old', 31],
    ['recent', -1],
  ] as const) {
    await keptAnswer(label, days);
    await credentials(label, days);
    await sessions(label, days);
    await pendingDeposit(label, days);
    await personReading(days);
    await quota(label, days);
  }
  await message(ids.old, 31, 31);
  await message(ids.recent, 40, 29);
  await message(ids.undone, 400, null);
});
afterAll(() => service?.close());

async function keptAnswer(label: string, expiredDaysAgo: number): Promise<void> {
  await service.database.owner.query(
    `insert into app.idempotency_key (org_id, client, key, fingerprint, key_version, body, expires_at)
     values (gen_random_uuid(), 'c', $1, 'f', 1, '', now() - make_interval(days => $2))`,
    [label, expiredDaysAgo],
  );
}

async function credentials(label: string, expiredDaysAgo: number): Promise<void> {
  const { owner } = service.database;
  await owner.query(
    `insert into app.access_token (token_hash, machine_client_id, scopes, expires_at)
     select $1, id, '{}', now() - make_interval(days => $2) from app.machine_client`,
    [label, expiredDaysAgo],
  );
  await owner.query(
    `insert into app.client_assertion (machine_client_id, jti, expires_at)
     select id, $1, now() - make_interval(days => $2) from app.machine_client`,
    [label, expiredDaysAgo],
  );
}

/** A session and a sign-in that was never finished. */
async function sessions(label: string, expiredDaysAgo: number): Promise<void> {
  const { owner } = service.database;
  await owner.query(
    `with somebody as (insert into app.account (id, email, display_name, state)
       values (gen_random_uuid(), $1 || '@purge.test', 'P', 'active') returning id)
     insert into app.session (id, token_hash, account_id, organisation_id, role, acr, key_version,
       id_token, started_at, seen_at, ends_at)
     select gen_random_uuid(), $1, somebody.id, organisation.id, 'recruiter', 'eidas2', 1, '', now(),
       now(), now() - make_interval(days => $2)
     from somebody, app.organisation where code = 'RSMA-RE'`,
    [label, expiredDaysAgo],
  );
  await owner.query(
    `insert into app.sign_in_attempt (browser_hash, state, nonce, verifier, next_path, expires_at)
     values ($1, 's', 'n', 'v', '/', now() - make_interval(days => $2))`,
    [label, expiredDaysAgo],
  );
}

/** Requests that somebody made. */
async function quota(key: string, daysAgo: number): Promise<void> {
  await service.database.owner.query(
    `insert into app.request_quota (key, taken, last_at)
     values ($1, '{}', now() - make_interval(days => $2))`,
    [key, daysAgo],
  );
}

/** Somebody who was read by an account. */
async function personReading(daysAgo: number): Promise<void> {
  await service.database.owner.query(
    `insert into app.person_reading (account_id, person_id, org_id, read_at)
     values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now() - make_interval(days => $1))`,
    [daysAgo],
  );
}

/** A file put down on a page, and a part of its bytes. */
async function pendingDeposit(label: string, expiredDaysAgo: number): Promise<void> {
  await service.database.owner.query(
    `with one as (insert into app.pending_deposit
       (id, org_id, depositor_id, key_version, preview, created_at, expires_at)
       select gen_random_uuid(), id, $1, 1, '', now(), now() - make_interval(days => $2)
       from app.organisation where code = 'RSMA-RE' returning id, org_id)
     insert into app.pending_content (org_id, file_id, part, key_version, bytes)
     select org_id, id, 0, 1, '' from one`,
    [label, expiredDaysAgo],
  );
}

/** A message with the receipts of two consumers, handed over so often that no relay takes it. */
async function message(id: string, madeDaysAgo: number, doneDaysAgo: number | null) {
  const { owner } = service.database;
  await owner.query(
    `insert into app.outbox_message (id, name, subject_id, payload, correlation_id, created_at,
       published_at, attempts, done_at)
     values ($1, 'test.v1', 's', '{}', 'c', now() - make_interval(days => $2),
       now() - make_interval(days => $2), 99, now() - make_interval(days => $3))`,
    [id, madeDaysAgo, doneDaysAgo],
  );
  await owner.query(
    `insert into app.inbox_receipt (consumer, message_id) values ('one', $1), ('two', $1)`,
    [id],
  );
}

async function found(sql: string, ...values: unknown[]): Promise<unknown[]> {
  const { rows } = await service.database.owner.query<{ found: unknown }>(sql, values);
  return rows.map((row) => row.found);
}

it('The nightly purge forgets what has expired or was delivered long ago, and nothing else', async () => {
  const job = service.app.get(PurgeTechnicalJob, { strict: false });
  await job.handle();

  expect(await found('select key as found from app.idempotency_key')).toEqual(['recent']);
  expect(await found('select jti as found from app.client_assertion')).toEqual(['recent']);
  expect(await found('select token_hash as found from app.session')).toEqual(['recent']);
  expect(await found('select browser_hash as found from app.sign_in_attempt')).toEqual(['recent']);
  const named = `select token_hash as found from app.access_token where token_hash = any($1)`;
  expect(await found(named, ['old', 'recent'])).toEqual(['recent']);
  const all = [Object.values(ids)];
  const messages = 'select id as found from app.outbox_message where id = any($1) order by done_at';
  expect(await found(messages, ...all)).toEqual([ids.recent, ids.undone]);
  const receipts = `select message_id as found from app.inbox_receipt
    where message_id = any($1) and consumer = 'two' order by message_id`;
  expect(await found(receipts, ...all)).toEqual([ids.recent, ids.undone].toSorted());
});

it('It logs how many of each, and finds nothing the second time', async () => {
  const counts = () =>
    service
      .logged()
      .split('\n')
      .filter((line) => line.includes('"purge.done"'))
      .map((line): { task: string; count: number } => JSON.parse(line))
      // That of deposits comes by itself, every five minutes.
      .filter(({ task }) => task !== 'pending-deposits')
      .map(({ task, count }) => `${task} ${count}`);
  const first = [
    'answers 1',
    'tokens 1',
    'assertions 1',
    'sessions 2',
    'messages 1',
    'receipts 2',
    'tests 0',
    'drafts 0',
    'registrations 0',
    'readings 1',
    'quotas 1',
  ];
  expect(counts()).toEqual(first);
  await service.app.get(PurgeTechnicalJob, { strict: false }).handle();
  const none = first.map((line) => line.replace(/\d$/, '0'));
  expect(counts()).toEqual([...first, ...none]);
});

it('Files that waited too long for their deposit are forgotten every few minutes, bytes and all', async () => {
  await service.app.get(PurgePendingDepositsJob, { strict: false }).handle();

  const waiting = `select depositor_id as found from app.pending_content c
    join app.pending_deposit d on d.id = c.file_id`;
  expect(await found(waiting)).toEqual(['recent']);
});
