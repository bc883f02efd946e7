import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './free-port.mjs';

/** A Redis as docs/operations.md asks for one (append only, nothing evicted); undefined without one. */
export async function startRedis(stage) {
  if (spawnSync('redis-server', ['--version']).status !== 0) return undefined;
  const port = await freePort();
  const settings = ['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction'];
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', ...settings],
    { cwd: stage.folder(), stdio: 'ignore' },
  );
  stage.atEnd(async () => {
    const gone = once(server, 'exit');
    server.kill('SIGTERM');
    await gone;
  });
  const url = `redis://127.0.0.1:${port}`;
  await untilItAnswers(url);
  return url;
}

async function untilItAnswers(url) {
  const redis = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  await redis.ping();
  await redis.quit();
}
