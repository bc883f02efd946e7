import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import {
  JobHandler,
  JobQueue,
  JobTally,
  PermanentJobFailure,
  QueueDepth,
  type Job,
  type JobRunner,
} from '../../src/platform/queue/index.js';
import { until } from './support/effects.js';
import { onEachBackend } from './support/on-each-backend.js';
import { startQueueApp, type QueueApp } from './support/queue-app.js';

interface Run {
  readonly id: string;
  readonly attempt: number;
  readonly at: number;
  readonly step: string | number | null | undefined;
}

/** Fails as often as the job says, then works. */
@Injectable()
@JobHandler({ queue: 'letters', name: 'letter.send', concurrency: 5 })
class SendLetter implements JobRunner {
  readonly runs: Run[] = [];

  handle({ id, attempt, data }: Job): Promise<void> {
    this.runs.push({ id, attempt, at: performance.now(), step: data['step'] });
    if (attempt <= Number(data['failures'] ?? 0)) throw new Error('Amina Diallo is away');
    return Promise.resolve();
  }
}

@Injectable()
@JobHandler({ queue: 'letters', name: 'letter.burn' })
class BurnLetter implements JobRunner {
  tries = 0;

  handle(): Promise<void> {
    this.tries += 1;
    throw new PermanentJobFailure('no-fire');
  }
}

@Injectable()
@JobHandler({ queue: 'clock', name: 'clock.tick', repeat: { everyMs: 300 } })
class Tick implements JobRunner {
  readonly ids: string[] = [];

  handle({ id }: Job): Promise<void> {
    this.ids.push(id);
    return Promise.resolve();
  }
}

onEachBackend('Jobs', (place) => {
  let app: QueueApp;
  let queue: JobQueue;
  let letters: SendLetter;

  beforeAll(async () => {
    app = await startQueueApp(place(), { providers: [SendLetter, BurnLetter, Tick] });
    queue = app.context.get(JobQueue);
    letters = app.context.get(SendLetter);
  });

  afterAll(() => app.close());

  function runsOf(id: string): Run[] {
    return letters.runs.filter((run) => run.id === id);
  }

  it('runs a job with its ids, once', async () => {
    await queue.add('letter.send', { step: 7 }, { jobId: 'plain' });
    await until(() => runsOf('plain').length > 0, 'the job ran');
    expect(runsOf('plain')).toEqual([expect.objectContaining({ attempt: 1, step: 7 })]);
  });

  it('takes the same id twice for one job', async () => {
    await queue.add('letter.send', {}, { jobId: 'twin', delay: 200 });
    await queue.add('letter.send', {}, { jobId: 'twin', delay: 200 });
    await until(() => runsOf('twin').length > 0, 'the job ran');
    await pause(100);
    expect(runsOf('twin')).toHaveLength(1);
  });

  it('tries again a job that failed, waiting longer each time', async () => {
    await queue.add('letter.send', { failures: 2 }, { jobId: 'stubborn' });
    await until(() => runsOf('stubborn').length === 3, 'the third try');
    const [first, second, third] = runsOf('stubborn').map(({ at }) => at);
    expect(runsOf('stubborn').map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(45);
    expect(Number(third) - Number(second)).toBeGreaterThanOrEqual(95);
  });

  it('gives up after the last try and says so', async () => {
    const tally = app.context.get(JobTally);
    await queue.add('letter.send', { failures: 99 }, { jobId: 'hopeless' });
    await until(() => tally.of('letter.send').dead === 1, 'the job was given up');
    expect(runsOf('hopeless')).toHaveLength(3);
    await until(async () => (await depthOf('letters'))?.failed === 1, 'it is with the failed jobs');
  });

  it('does not try again what another try cannot mend', async () => {
    const tally = app.context.get(JobTally);
    await queue.add('letter.burn', {}, { jobId: 'damp' });
    await until(() => tally.of('letter.burn').dead === 1, 'the job was given up');
    await pause(300);
    expect(app.context.get(BurnLetter).tries).toBe(1);
  });

  it('runs again, when asked to, a job that was given up', async () => {
    const letter = { name: 'letter.send', jobId: 'encore' };
    const failed = (): Promise<number> => depthOf('letters').then((depth) => depth?.failed ?? 0);
    const failedBefore = await failed();
    await queue.addMany([{ ...letter, data: { failures: 99 } }]);
    await until(async () => (await failed()) > failedBefore, 'it was given up');
    await queue.addMany([{ ...letter, data: { step: 'ignored' } }]);
    await queue.addAgain([{ ...letter, data: { step: 'again' } }]);
    await until(() => runsOf('encore').length === 4, 'the run after three tries');
    expect(runsOf('encore').map(({ step }) => step ?? null)).toEqual([null, null, null, 'again']);
  });

  it('keeps a delayed job until its time', async () => {
    const addedAt = performance.now();
    await queue.add('letter.send', {}, { jobId: 'later', delay: 600 });
    await until(() => runsOf('later').length > 0, 'the delayed job ran');
    expect(Number(runsOf('later')[0]?.at) - addedAt).toBeGreaterThanOrEqual(590);
  });

  it('runs each of many jobs once', async () => {
    const jobs = Array.from({ length: 1_200 }, (_, at) => ({
      name: 'letter.send',
      data: { step: at },
      jobId: `many-${at}`,
    }));
    await queue.addMany(jobs);
    const ran = (): Run[] => letters.runs.filter(({ id }) => id.startsWith('many-'));
    await until(() => ran().length >= 1_200, 'all jobs ran', 40_000);
    expect(new Set(ran().map(({ step }) => step)).size).toBe(1_200);
    expect(ran()).toHaveLength(1_200);
  });

  it('repeats a task by itself, one job for each moment although two processes declare it', async () => {
    const second = await startQueueApp(place(), { providers: [SendLetter, BurnLetter, Tick] });
    const ticks = (): string[] => [...app.context.get(Tick).ids, ...second.context.get(Tick).ids];
    const before = ticks().length;
    await until(() => ticks().length >= before + 4, 'four more ticks');
    await second.close();
    expect(new Set(ticks()).size).toBe(ticks().length);
  });

  it('refuses a name nobody runs and an id the queue would misread', async () => {
    await expect(queue.add('letter.lose', {}, { jobId: 'x' })).rejects.toThrow('no handler');
    await expect(queue.add('letter.send', {}, { jobId: '12' })).rejects.toThrow('job id');
    await expect(queue.add('letter.send', {}, { jobId: 'a:b' })).rejects.toThrow('job id');
  });

  async function depthOf(name: string) {
    const depths = await app.context.get(QueueDepth).read();
    return depths?.find(({ queue: of }) => of === name);
  }
});
