import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { hasRedis, startRedis, type TestRedis } from './redis-server.js';

/** A database, and a Redis when that is where jobs live. */
export interface Place {
  readonly database: TestDatabase;
  readonly redisUrl: string | undefined;
}

/** Runs one suite on PostgreSQL, then on Redis when there is one. */
export function onEachBackend(title: string, suite: (place: () => Place) => void): void {
  describe(title, () => inPlace('on PostgreSQL', suite));
  onRedis(title, suite);
}

/** Runs a suite that has a meaning on Redis only. */
export function onRedis(title: string, suite: (place: () => Place) => void): void {
  if (hasRedis()) describe(title, () => inPlace('on Redis', suite));
  else skipRedis(title);
}

function skipRedis(title: string): void {
  it.skip(`${title} on Redis: REDIS_URL is not set and no redis-server is on the PATH`, () => {});
}

function inPlace(where: 'on PostgreSQL' | 'on Redis', suite: (place: () => Place) => void): void {
  let database: TestDatabase | undefined;
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner.query(EFFECTS);
    if (where === 'on Redis') redis = await startRedis();
  });

  afterAll(async () => {
    await redis?.stop();
    await database?.drop();
  });

  const place = (): Place => {
    if (!database) throw new Error('the place is ready in tests and their hooks only');
    return { database, redisUrl: redis?.url };
  };
  // A block of its own, so that what the suite closes is closed before its place goes.
  describe(where, () => suite(place));
}

/** Where the jobs and listeners of the tests leave a trace of each of their effects. */
const EFFECTS = `
create table app.test_effect (
  id bigserial primary key,
  key text not null,
  pid int not null default pg_backend_pid(),
  at timestamptz not null default now()
);
grant select, insert on app.test_effect to public;
grant usage on sequence app.test_effect_id_seq to public;
`;
