import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis of one test file. */
export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** True when tests can have a Redis: one is given, or can be started. */
export function hasRedis(): boolean {
  return process.env['REDIS_URL'] ? true : hasRedisServer();
}

/** True when a Redis of a test's own can be started, to do with as it likes. */
export function hasRedisServer(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** The Redis of `REDIS_URL`, or one of our own on a free port that keeps nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const given = process.env['REDIS_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  return startOwnRedis(await freePort());
}

/** Starts a Redis on this very port, for the tests that stop it and start it again. */
export async function startOwnRedis(port: number): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-redis-'));
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { cwd: directory, stdio: 'ignore' },
  );
  const url = `redis://127.0.0.1:${port}`;
  await untilItAnswers(url);
  return { url, stop: () => stop(server, directory) };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Forgets all that a service keeps in a Redis, as its loss would, without touching its neighbours. */
export async function forgetKeys(url: string, prefix: string): Promise<number> {
  const redis = new Redis(url);
  const keys = await redis.keys(`${prefix}:*`);
  if (keys.length > 0) await redis.del(keys);
  await redis.quit();
  return keys.length;
}

async function untilItAnswers(url: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  await redis.ping();
  await redis.quit();
}

async function stop(server: ChildProcess, directory: string): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
  rmSync(directory, { recursive: true, force: true });
}
