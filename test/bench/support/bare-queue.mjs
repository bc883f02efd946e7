import { createPostgresBackend, createRedisBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

const BATCH = 500;
const CONNECTIONS = 12;

/** BullMQ by itself on the same backend, with jobs that only count: `{ run(count), close() }`. */
export async function openBareQueue({ databaseUrl, redisUrl, concurrency }) {
  const { source, end } = redisUrl === undefined ? onPostgres(databaseUrl) : onRedis(redisUrl);
  const counter = { left: 0, done: () => undefined };
  const count = async () => {
    counter.left -= 1;
    if (counter.left === 0) counter.done();
  };
  const queue = new Queue('bare', { connection: {} }, source);
  const worker = new Worker('bare', count, { connection: {}, concurrency }, source);
  let total = 0;
  const run = async (size) => {
    counter.left = size;
    const allDone = new Promise((resolve) => (counter.done = resolve));
    for (let first = 0; first < size; first += BATCH) {
      await queue.addBulk(jobs(total + first, Math.min(BATCH, size - first)));
    }
    total += size;
    await allDone;
  };
  const close = async () => {
    await worker.close();
    await queue.close();
    await end();
  };
  return { run, close };
}

function jobs(first, size) {
  return Array.from({ length: size }, (_, index) => ({
    name: 'count',
    data: {},
    opts: { jobId: `job-${first + index}`, removeOnComplete: true },
  }));
}

function onPostgres(connectionString) {
  const options = '-c role=passerelle_technical -c search_path=bullmq,public';
  const pool = new pg.Pool({ connectionString, max: CONNECTIONS, options });
  pool.setMaxListeners(0);
  pool.on('error', () => undefined);
  const source = (name, settings, more) =>
    createPostgresBackend(name, { ...settings, connection: pool }, more);
  return { source, end: () => pool.end() };
}

function onRedis(url) {
  const client = new Redis(url, { maxRetriesPerRequest: null });
  client.setMaxListeners(0);
  const source = (name, settings, more) =>
    createRedisBackend(name, { ...settings, connection: client }, more);
  return { source, end: () => client.quit() };
}
