import { Redis } from 'ioredis';
import { escapeIdentifier } from 'pg';
import type { Emitters } from '../../exchanges/support/emitters.js';
import { freePort, hasRedisServer, startOwnRedis } from '../../queue/support/redis-server.js';

/** Where the jobs of a trial live, and how they are all lost at once. */
export interface LossyQueue {
  readonly redisUrl?: string;
  /** Forgets everything. @returns how much there was */
  empty(emitters: Pick<Emitters, 'look'>): Promise<number>;
  stop(): Promise<void>;
}

/** Starts one; each backend has its own. */
export type StartQueue = () => Promise<LossyQueue>;

/** Runs a suite on PostgreSQL, then on a Redis of its own when one can be started. */
export function onEachLossyQueue(title: string, suite: (start: StartQueue) => void): void {
  describe(`${title} on PostgreSQL`, () => suite(tables));
  if (hasRedisServer()) describe(`${title} on Redis`, () => suite(redis));
  else
    it.skip(`${title} on Redis: no redis-server is on the PATH, and FLUSHALL needs its own`, () => {});
}

function tables(): Promise<LossyQueue> {
  return Promise.resolve({ empty: emptyTables, stop: () => Promise.resolve() });
}

/** Every table of BullMQ but the one that says which version of its schema is there. */
async function emptyTables(emitters: Pick<Emitters, 'look'>): Promise<number> {
  const found = await emitters.look<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'bullmq'::regnamespace
       and relkind in ('r', 'p') and relname <> 'migration'`,
  );
  let gone = 0;
  for (const { name } of found) {
    const rows = await emitters.look(`delete from bullmq.${escapeIdentifier(name)} returning 1`);
    gone += rows.length;
  }
  return gone;
}

async function redis(): Promise<LossyQueue> {
  const { url, stop } = await startOwnRedis(await freePort());
  return { redisUrl: url, empty: () => flush(url), stop };
}

async function flush(url: string): Promise<number> {
  const client = new Redis(url);
  const keys = await client.dbsize();
  await client.flushall();
  await client.quit();
  return keys;
}
