import { DataSource } from 'typeorm';
import { buildDataSource, TypeOrmUnitOfWork } from '../../src/platform/database/index.js';
import { EventLog } from '../../src/platform/logging/index.js';
import { QuotaStore } from '../../src/platform/quota/quota-store.js';
import { QuotaUnavailable, SharedQuotas, type Quota } from '../../src/platform/quota/index.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

// How many requests the processes of the service let through together (SEC-21).

const PAGES: Quota = { name: 'pages', most: 120, seconds: 60, whenLost: 'count-here' };
const EXPORTS: Quota = { name: 'exports', most: 5, seconds: 3_600, whenLost: 'refuse' };

describe('Two processes that count together', () => {
  let database: TestDatabase;
  const sources: DataSource[] = [];
  let clock: SetClock;
  let processes: SharedQuotas[];
  let subjects = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    for (let each = 0; each < 2; each += 1) {
      const source = buildDataSource({ url: database.appUrl, poolSize: 3, entities: [] });
      sources.push(await source.initialize());
    }
  });

  afterAll(async () => {
    for (const source of sources) await source.destroy();
    await database.drop();
  });

  beforeEach(() => {
    clock = new SetClock('2026-11-28T10:00:00Z');
    processes = sources.map((source) => processOn(source, clock));
    subjects += 1;
  });

  /** Who of so many requests, sent together to both in turn, had to wait. */
  async function ask(quota: Quota, count: number, subject = `s${subjects}`): Promise<number[]> {
    const turns = Array.from({ length: count / 2 }, () => processes).flat();
    const waits = await Promise.all(turns.map((one) => one.take(quota, subject)));
    return waits.filter((wait) => wait > 0);
  }

  it('let through a hundred and twenty pages a minute, a tenth less at worst, and never one more', async () => {
    const refused = await ask(PAGES, 300);
    expect(300 - refused.length).toBeLessThanOrEqual(120);
    expect(300 - refused.length).toBeGreaterThanOrEqual(108);
    expect(Math.max(...refused)).toBe(60);
  });

  it('let through five exports an hour exactly', async () => {
    expect(await ask(EXPORTS, 20)).toHaveLength(15);
    expect(await ask(EXPORTS, 4, 'another')).toEqual([]);
  });

  it('give back what is older than the time, and no more', async () => {
    expect(await ask(EXPORTS, 2)).toEqual([]);
    clock.moveTo('2026-11-28T10:30:00Z');
    expect(await ask(EXPORTS, 4)).toEqual([1_800]);
    clock.moveTo('2026-11-28T11:00:00Z');
    expect(await ask(EXPORTS, 4)).toHaveLength(2);
  });

  it('name nobody in what they keep', async () => {
    await ask(EXPORTS, 2, '192.0.2.7');
    const { rows } = await database.owner.query<{ key: string }>(
      'select key from app.request_quota',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/);
  });
});

describe('A process that lost the count', () => {
  it('counts pages alone, and does not do what is not done uncounted', async () => {
    const database = await createTestDatabase();
    const source = buildDataSource({ url: database.appUrl, poolSize: 1, entities: [] });
    const alone = processOn(await source.initialize(), new SetClock('2026-11-28T10:00:00Z'));
    await source.destroy();
    await database.drop();
    const few = { ...PAGES, most: 2 };
    const waits = [];
    for (let page = 0; page < 3; page += 1) waits.push(await alone.take(few, 'somebody'));
    expect(waits).toEqual([0, 0, 60]);
    await expect(alone.take(EXPORTS, 'somebody')).rejects.toThrow(QuotaUnavailable);
  });
});

function processOn(source: DataSource, clock: SetClock): SharedQuotas {
  const store = new QuotaStore(new TypeOrmUnitOfWork(source));
  return new SharedQuotas(store, clock, new EventLog({ level: 'silent' }));
}

describe('The door', () => {
  let service: TestApplication;

  beforeAll(async () => {
    service = await startTestApplication({
      isDemonstration: true,
      environment: {
        MAX_REQUESTS_PER_MINUTE: '40',
        MAX_ANONYMOUS_REQUESTS_PER_MINUTE: '12',
        MAX_SEARCHES_PER_MINUTE: '10',
        MAX_EXPORTS_PER_HOUR: '2',
      },
    });
  });
  afterAll(() => service?.close());

  const page = (role: string, address: string) =>
    service.person(role, '97411S00').get(address).set('accept', 'text/html');
  async function statuses(count: number, one: () => Promise<{ status: number }>) {
    const answers = new Map<number, number>();
    for (let asked = 0; asked < count; asked += 1) {
      const { status } = await one();
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
    return Object.fromEntries(answers);
  }

  it('counts exports apart from pages, for each account', async () => {
    const file = () => page('ml-manager', '/orientations.csv');
    expect(await statuses(4, file)).toEqual({ 200: 2, 429: 2 });
    const refused = await file();
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_000);
    expect(refused.text).toContain('attendez 60 minutes');
    expect((await page('ml-manager', '/orientations')).status).toBe(200);
    expect((await page('ml-adviser', '/orientations.csv')).status).toBe(200);
  });

  it('counts searches, then every page of a person', async () => {
    const search = () => page('ml-adviser', '/jeunes?recherche=payet');
    expect(await statuses(12, search)).toEqual({ 200: 10, 429: 2 });
    const home = await statuses(40, () => page('ml-adviser', '/'));
    expect(home[429]).toBeGreaterThan(0);
    expect((await page('ml-manager', '/')).status).toBe(200);
  });

  it('counts what strangers ask the API for by address, and lets programs and help through', async () => {
    const flows = () => service.anonymous.get('/api/v1/flows');
    expect(await statuses(14, flows)).toEqual({ 200: 12, 429: 2 });
    const refused = await flows();
    expect(refused.body).toMatchObject({ code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBe(refused.body.retryAfter);
    const machine = await service.as('97411S00');
    expect(await statuses(45, () => machine.get('/api/v1/referrals'))).toEqual({ 200: 45 });
    expect(await statuses(15, () => service.anonymous.get('/aide'))).toEqual({ 200: 15 });
  });

  it('gives no token, no sign-in and no export without the count, and goes on reading', async () => {
    await service.database.owner.query('alter table app.request_quota rename to lost');
    const token = await service.anonymous
      .post('/oauth/token')
      .auth('unknown', 'secret')
      .type('form')
      .send({ grant_type: 'client_credentials' });
    expect([token.status, token.body.code]).toEqual([503, 'quota-unavailable']);
    const signIn = await service.anonymous.post('/connexion').set('sec-fetch-site', 'same-origin');
    expect(signIn.status).toBe(503);
    const dpo = service.person('dpo', 'UNML');
    expect((await dpo.get('/admin/journal.csv')).status).toBe(503);
    expect((await dpo.get('/admin/journal').set('accept', 'text/html')).status).toBe(200);
    await service.database.owner.query('alter table app.lost rename to request_quota');
    expect((await dpo.get('/admin/journal.csv')).status).toBe(200);
  });
});
