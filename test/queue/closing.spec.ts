import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { JobHandler, JobQueue, type Job, type JobRunner } from '../../src/platform/queue/index.js';
import { until } from './support/effects.js';
import { onEachBackend } from './support/on-each-backend.js';
import { startQueueApp } from './support/queue-app.js';

/** Takes its time; leaves early when asked only if the job says it is polite. */
@Injectable()
@JobHandler({ queue: 'slow', name: 'slow.work', concurrency: 2 })
class SlowWork implements JobRunner {
  readonly started: string[] = [];
  readonly ended: string[] = [];

  async handle({ id, data }: Job, signal: AbortSignal): Promise<void> {
    this.started.push(id);
    const options = data['isPolite'] === 1 ? { signal } : {};
    await pause(Number(data['ms']), undefined, { ref: false, ...options });
    this.ended.push(id);
  }
}

onEachBackend('Closing', (place) => {
  it('lets running jobs end and starts no other', async () => {
    const app = await startQueueApp(place(), { providers: [SlowWork] });
    const work = app.context.get(SlowWork);
    const queue = app.context.get(JobQueue);
    for (const jobId of ['running-1', 'running-2', 'waiting']) {
      await queue.add('slow.work', { ms: 700 }, { jobId });
    }
    await until(() => work.started.length === 2, 'both places are taken');
    await app.close();
    expect(work.ended.toSorted()).toEqual(['running-1', 'running-2']);
    expect(work.started).not.toContain('waiting');
  });

  it('asks a long job to leave, which runs again in the next process', async () => {
    const settings = { closeWithinMs: 1_000 };
    const app = await startQueueApp(place(), { providers: [SlowWork], settings });
    const work = app.context.get(SlowWork);
    await app.context
      .get(JobQueue)
      .add('slow.work', { ms: 1_500, isPolite: 1 }, { jobId: 'polite' });
    await until(() => work.started.includes('polite'), 'the job started');
    await app.close();
    expect(work.ended).not.toContain('polite');

    const next = await startQueueApp(place(), { providers: [SlowWork] });
    await until(() => next.context.get(SlowWork).ended.includes('polite'), 'it ran again');
    await next.close();
  });

  it('closes in its own time although a job never ends', async () => {
    const settings = { closeWithinMs: 1_000 };
    const app = await startQueueApp(place(), { providers: [SlowWork], settings });
    const work = app.context.get(SlowWork);
    await app.context.get(JobQueue).add('slow.work', { ms: 600_000 }, { jobId: 'deaf' });
    await until(() => work.started.includes('deaf'), 'the job started');
    const closedBefore = performance.now() + 15_000;
    await app.close();
    expect(performance.now()).toBeLessThan(closedBefore);
    expect(work.ended).not.toContain('deaf');
  });
});
