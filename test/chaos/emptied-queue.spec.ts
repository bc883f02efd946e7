import type { INestApplicationContext } from '@nestjs/common';
import type TestAgent from 'supertest/lib/agent.js';
import { OutboxRelay } from '../../src/platform/outbox/index.js';
import { PAIRS } from '../exchanges/support/calendar-year.js';
import { Emitters, newPeople, OPEN } from '../exchanges/support/emitters.js';
import { until } from '../queue/support/effects.js';
import { onEachLossyQueue, type LossyQueue } from './support/emptied-queue.js';
import { footprintOf, type Footprint } from './support/footprint.js';
import { startWorker } from './support/worker-context.js';

const FILES = 100;
const FILES_PER_PARTNER = FILES / PAIRS.length;
/** Only turns a hang into a failure. */
const PATIENCE_MS = 240_000;

onEachLossyQueue('A queue that loses everything', (startQueue) => {
  let queue: LossyQueue;
  let emitters: Emitters;
  let worker: INestApplicationContext | undefined;

  beforeAll(async () => {
    queue = await startQueue();
    emitters = await Emitters.start(OPEN, {
      queue: { runsJobs: false },
      ...(queue.redisUrl ? { environment: { REDIS_URL: queue.redisUrl } } : {}),
    });
  });

  afterAll(async () => {
    await worker?.close();
    await emitters?.service.close();
    await queue?.stop();
  });

  async function workerStarts(): Promise<void> {
    worker = await startWorker(emitters.service, {
      redisUrl: queue.redisUrl,
      terms: { sweep: 200 },
    });
  }

  async function workerLeaves(): Promise<void> {
    await worker?.close();
    worker = undefined;
  }

  /** Two people whom a mission locale refers to its unit. */
  function sent(agent: TestAgent, ml: string, unit: string): Promise<string> {
    const rows = newPeople(2).map((one) => one.referred({ code_structure: ml, code_unite: unit }));
    return emitters.registered(agent, 'ORI', ml, { rows });
  }

  /** So many files of each partner, all partners at once. */
  async function everybodySends(count: number): Promise<string[]> {
    const each = PAIRS.map(async ([ml, unit]) => {
      const agent = await emitters.service.as(ml);
      const ids: string[] = [];
      while (ids.length < count) ids.push(await sent(agent, ml, unit));
      return ids;
    });
    return (await Promise.all(each)).flat();
  }

  async function concluded(ids: readonly string[]): Promise<number> {
    const [found] = await emitters.look<{ n: number }>(
      `select count(*)::int as n from app.exchange_file
       where id = any($1) and state <> 'registered'`,
      ids,
    );
    return found?.n ?? 0;
  }

  function untilConcluded(ids: readonly string[], count: number): Promise<void> {
    const areThere = async (): Promise<boolean> => (await concluded(ids)) >= count;
    return until(areThere, `${count} files are through`, PATIENCE_MS);
  }

  /** What each file left, once the events that the queue forgot are handed over again. */
  async function settled(ids: readonly string[]): Promise<Footprint[]> {
    const relay = emitters.service.app.get(OutboxRelay, { strict: false });
    for (let isMore = true; isMore;) isMore = await relay.sweepBatch(0);
    await until(
      async () => {
        const [found] = await emitters.look<{ n: number }>(
          `select count(*)::int as n from app.outbox_message where done_at is null`,
        );
        return found?.n === 0;
      },
      'all events are delivered',
      PATIENCE_MS,
    );
    const all: Footprint[] = [];
    for (const id of ids) all.push(await footprintOf(emitters, id));
    return all;
  }

  it(
    `in the middle of ${FILES} files costs none of them anything`,
    async () => {
      await workerStarts();
      const undisturbed = await everybodySends(2);
      await untilConcluded(undisturbed, undisturbed.length);
      // The first one of a partner also opens its slot: the second is like those that follow.
      const [, expected] = await settled(undisturbed);
      await workerLeaves();

      const ids = await everybodySends(FILES_PER_PARTNER);
      await workerStarts();
      await untilConcluded(ids, FILES * 0.3);
      expect(await queue.empty(emitters)).toBeGreaterThan(0);
      await untilConcluded(ids, FILES * 0.5);
      await workerLeaves();
      expect(await queue.empty(emitters)).toBeGreaterThan(0);
      expect(await concluded(ids)).toBeLessThan(FILES);
      await workerStarts();
      await untilConcluded(ids, FILES);

      const left = await settled(ids);
      expect(expected).toMatchObject({ file: [{ state: 'applied', rows_applied: 2 }] });
      expect(left).toEqual(ids.map(() => expected));
      const [reports] = await emitters.look<{ n: number }>(
        'select count(distinct report_number)::int as n from app.exchange_file where id = any($1)',
        ids,
      );
      expect(reports?.n).toBe(FILES);
    },
    PATIENCE_MS,
  );
});
