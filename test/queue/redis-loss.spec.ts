import { Injectable } from '@nestjs/common';
import { Outbox, UnitOfWork, type SystemActor } from '../../src/kernel/index.js';
import { currentManager } from '../../src/platform/database/index.js';
import {
  OnEvent,
  OutboxRelay,
  type DeliveredEvent,
  type EventListener,
} from '../../src/platform/outbox/index.js';
import {
  JobHandler,
  JobQueue,
  QueueUnavailable,
  type JobRunner,
} from '../../src/platform/queue/index.js';
import { databaseMark } from '../../src/platform/queue/database-mark.js';
import { createTestDatabase } from '../support/test-database.js';
import { effects, until } from './support/effects.js';
import { onRedis, type Place } from './support/on-each-backend.js';
import { MISSION, startQueueApp, type QueueApp } from './support/queue-app.js';
import { forgetKeys, freePort, startOwnRedis } from './support/redis-server.js';

const EVENTS = ['case.opened.v1'];

const ACTOR: SystemActor = {
  type: 'system',
  id: 'system',
  task: 'test',
  organisation: MISSION,
  channel: { kind: 'system', task: 'test' },
  correlationId: 'c-1',
};

@Injectable()
@OnEvent('case.opened.v1', { consumer: 'greeter' })
class Greeter implements EventListener {
  async handle({ subjectId }: DeliveredEvent): Promise<void> {
    await currentManager().query('insert into app.test_effect (key) values ($1)', [subjectId]);
  }
}

@Injectable()
@JobHandler({ queue: 'ticks', name: 'loss.tick', repeat: { everyMs: 3_600_000 } })
class Tick implements JobRunner {
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

function publish(app: QueueApp, subjects: readonly string[]): Promise<void> {
  return app.context.get(UnitOfWork).run(ACTOR, async () => {
    for (const subjectId of subjects) {
      await app.context.get(Outbox).publish({
        name: 'case.opened.v1',
        organisationId: MISSION.id,
        subjectId,
        payload: {},
        correlationId: 'c-1',
      });
    }
  });
}

async function undone({ database }: Place): Promise<number> {
  const { rows } = await database.owner.query<{ n: number }>(
    `select count(*)::int as n from app.outbox_message where done_at is null`,
  );
  return rows[0]?.n ?? -1;
}

onRedis('Losing Redis', (place) => {
  const providers = [Greeter, Tick];

  it('hands over again from the database what Redis forgot', async () => {
    const subjects = Array.from({ length: 50 }, (_, at) => `forgotten-${at}`);
    // Nobody runs jobs yet: the relay fills Redis, which then loses everything.
    const filler = await startQueueApp(place(), {
      providers,
      events: EVENTS,
      settings: { runsJobs: false },
    });
    await publish(filler, subjects);
    await filler.context.get(OutboxRelay).relayBatch();
    const prefix = await databaseMark(place().database.appUrl);
    expect(await forgetKeys(String(place().redisUrl), prefix)).toBeGreaterThan(50);
    await filler.close();

    const app = await startQueueApp(place(), { providers, events: EVENTS });
    expect(await undone(place())).toBe(50);
    await app.context.get(OutboxRelay).sweepBatch(0);
    await until(async () => (await undone(place())) === 0, 'all are done');
    await app.close();
    expect((await effects(place(), 'forgotten-%')).toSorted()).toEqual(subjects.toSorted());
  });

  it('goes on without Redis, and catches up when it is back', async () => {
    const port = await freePort();
    let redis = await startOwnRedis(port);
    const away = { ...place(), redisUrl: redis.url };
    const app = await startQueueApp(away, { providers, events: EVENTS });
    await redis.stop();
    const queue = app.context.get(JobQueue);
    const isRefused = (): Promise<boolean> =>
      queue.add('loss.tick', {}, { jobId: 'tick' }).then(
        () => false,
        (error: unknown) => error instanceof QueueUnavailable,
      );
    await until(isRefused, 'adding a job fails at once');
    await publish(app, ['while-away']);
    expect(await undone(place())).toBe(1);

    redis = await startOwnRedis(port);
    await until(async () => (await undone(place())) === 0, 'the message is done');
    await app.close();
    await redis.stop();
    expect(await effects(place(), 'while-away')).toHaveLength(1);
  });

  it('starts and closes without Redis', async () => {
    const nowhere = { ...place(), redisUrl: `redis://127.0.0.1:${await freePort()}` };
    const app = await startQueueApp(nowhere, { providers, events: EVENTS });
    await publish(app, ['nowhere']);
    await app.close();
    expect(await undone(place())).toBe(1);
  });

  it('keeps two databases apart in one Redis', async () => {
    const other = await createTestDatabase();
    const marks = await Promise.all([other, place().database].map((db) => databaseMark(db.appUrl)));
    await other.drop();
    expect(new Set(marks).size).toBe(2);
  });
});
