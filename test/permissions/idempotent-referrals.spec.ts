import { CreateMachineClient } from '../../src/accounts/index.js';
import { systemTask } from '../../src/app/system-task.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { referralBody } from './support/referral-body.js';

// One key, one referral, whatever the network does (REL-07).

const ML = '97411S00';
const OTHER_ML = '97410S00';

let service: TestApplication;
let keys = 0;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
});
afterAll(() => service?.close());

const newKey = () => `key-${(keys += 1)}`;

interface Answer {
  readonly status: number;
  readonly code: unknown;
  readonly isReplayed: boolean;
  readonly text: string;
}

async function post(token: string, key: string, body: unknown): Promise<Answer> {
  const answer = await fetch(`${service.url}/api/v1/referrals`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  const { code }: { code?: unknown } = JSON.parse(text);
  const isReplayed = answer.headers.get('idempotency-replayed') === 'true';
  return { status: answer.status, code, isReplayed, text };
}

/** Sends again while the first of them is being served, as a partner is told to. */
async function insist(token: string, key: string, body: unknown): Promise<Answer> {
  for (;;) {
    const answer = await post(token, key, body);
    if (answer.code !== 'idempotency-running') return answer;
  }
}

async function count(table: string): Promise<number> {
  const { rows } = await service.database.owner.query<{ n: number }>(
    `select count(*)::int as n from app.${table}`,
  );
  return rows[0]?.n ?? -1;
}

const EFFECTS = ['young_person', 'person_share', 'referral', 'referral_transition', 'candidacy'];
const effects = async () => {
  const found: number[] = [];
  for (const table of EFFECTS) found.push(await count(table));
  return found;
};

describe('The same key', () => {
  it('sent twenty times at once makes one referral and gives one answer', async () => {
    const token = await service.token(ML);
    const before = await effects();
    const [key, body] = [newKey(), { ...referralBody(), submit: true }];

    const answers = await Promise.all(Array.from({ length: 20 }, () => insist(token, key, body)));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1);
    expect(await effects()).toEqual(before.map((n) => n + 1));
  });

  it('answers each of twenty at once with the answer or with "running", never twice', async () => {
    const token = await service.token(ML);
    const before = await count('referral');
    const [key, body] = [newKey(), referralBody()];

    const answers = await Promise.all(Array.from({ length: 20 }, () => post(token, key, body)));

    const told = new Set(answers.map(({ status, code }) => `${status} ${String(code)}`));
    expect(
      [...told].filter((one) => !/^(201 undefined|409 idempotency-running)$/.test(one)),
    ).toEqual([]);
    expect(await count('referral')).toBe(before + 1);
  });

  it('with another payload is refused, and does nothing', async () => {
    const token = await service.token(ML);
    const key = newKey();
    await post(token, key, referralBody());
    const before = await effects();

    const answer = await post(token, key, referralBody());

    expect([answer.status, answer.code]).toEqual([422, 'idempotency-other-payload']);
    expect(await effects()).toEqual(before);
  });

  it('of another organisation is another key', async () => {
    const key = newKey();
    const first = await post(await service.token(ML), key, referralBody());
    const other = await post(await service.token(OTHER_ML), key, referralBody());

    expect([first.status, other.status]).toEqual([201, 201]);
    expect([first.isReplayed, other.isReplayed]).toEqual([false, false]);
  });

  it('of another client of the same organisation is another key', async () => {
    const key = newKey();
    const second = await secondClient();
    const first = await post(await service.token(ML), key, referralBody());
    const other = await post(second, key, referralBody());

    expect([first.status, other.status, other.isReplayed]).toEqual([201, 201, false]);
  });

  it('opens anew once it has expired, after 45 days', async () => {
    const token = await service.token(ML);
    const key = newKey();
    await post(token, key, referralBody());
    const { rows } = await service.database.owner.query<{ days: number }>(
      `select extract(day from expires_at - created_at)::int as days from app.idempotency_key where key = $1`,
      [key],
    );
    expect(rows).toEqual([{ days: 45 }]);
    await service.database.owner.query(
      `update app.idempotency_key set expires_at = now() - interval '1 second' where key = $1`,
      [key],
    );

    const body = referralBody();
    const again = await post(token, key, body);
    const replay = await post(token, key, body);

    expect([again.status, again.isReplayed]).toEqual([201, false]);
    expect([replay.status, replay.isReplayed, replay.text]).toEqual([201, true, again.text]);
  });

  it('keeps nothing of a refusal: the corrected request is served', async () => {
    const token = await service.token(ML);
    const key = newKey();
    const refused = await post(token, key, { ...referralBody(), noticeVersion: '99' });
    const served = await post(token, key, referralBody());

    expect([refused.status, served.status, served.isReplayed]).toEqual([422, 201, false]);
  });
});

async function secondClient(): Promise<string> {
  const secret = 'another-secret-of-the-tests';
  await service.app.get(CreateMachineClient).execute(
    {
      clientId: 'second',
      organisationCode: ML,
      scopes: ['referrals:read', 'referrals:write'],
      authentication: { method: 'secret', secret },
    },
    systemTask('test.prepare'),
  );
  const answer = await fetch(`${service.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`second:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token }: { access_token: string } = JSON.parse(await answer.text());
  return access_token;
}
