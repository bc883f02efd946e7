import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { JobHandler, JobQueue, type JobRunner } from '../../src/platform/queue/index.js';
import { effects, until } from './support/effects.js';
import { onEachBackend, type Place } from './support/on-each-backend.js';
import { startQueueApp, type QueueApp } from './support/queue-app.js';

type Death = 'before' | 'after' | 'never';

/** Known to the process that adds jobs, run by others. */
@JobHandler({ queue: 'crash', name: 'crash.work' })
class CrashWork implements JobRunner {
  handle(): Promise<void> {
    throw new Error('this process runs no job');
  }
}

function startWorker(place: Place, death: Death): ChildProcess {
  return spawn(process.execPath, [resolve('test/queue/support/worker-process.mjs')], {
    env: {
      ...process.env,
      DATABASE_URL: place.database.appUrl,
      REDIS_URL: place.redisUrl ?? '',
      DIE: death,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

onEachBackend('A killed worker', (place) => {
  let app: QueueApp;

  beforeAll(async () => {
    app = await startQueueApp(place(), { providers: [CrashWork], settings: { runsJobs: false } });
  });

  afterAll(() => app.close());

  async function lettingDie(death: Death): Promise<void> {
    const worker = startWorker(place(), death);
    const [, signal] = await once(worker, 'exit');
    expect(signal).toBe('SIGKILL');
  }

  it('leaves its job to the next, with one effect in the end', async () => {
    const messageId = randomUUID();
    await app.context.get(JobQueue).add('crash.work', { messageId }, { jobId: 'victim' });
    await lettingDie('before');
    await lettingDie('before');
    await lettingDie('after');
    const survivor = startWorker(place(), 'never');
    await until(async () => (await effects(place(), 'ended%')).length > 0, 'the job ended');
    survivor.kill('SIGTERM');
    const [code] = await once(survivor, 'exit');

    expect(code).toBe(0);
    expect(await effects(place(), 'started%')).toHaveLength(4);
    expect(await effects(place(), 'effect%')).toEqual(['effect victim']);
  });
});
