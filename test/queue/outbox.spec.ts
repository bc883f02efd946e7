import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Outbox, UnitOfWork, type SystemActor } from '../../src/kernel/index.js';
import { currentManager, currentScope } from '../../src/platform/database/index.js';
import {
  Inbox,
  OnEvent,
  OutboxRelay,
  type DeliveredEvent,
  type EventListener,
} from '../../src/platform/outbox/index.js';
import { effects, until } from './support/effects.js';
import { onEachBackend, type Place } from './support/on-each-backend.js';
import { MISSION, startQueueApp, type QueueApp } from './support/queue-app.js';

const EVENTS = ['case.opened.v1', 'case.closed.v1', 'case.unheard.v1'];

const ACTOR: SystemActor = {
  type: 'system',
  id: 'system',
  task: 'test',
  organisation: MISSION,
  channel: { kind: 'system', task: 'test' },
  correlationId: 'c-1',
};

function leave(key: string): Promise<unknown> {
  return currentManager().query('insert into app.test_effect (key) values ($1)', [key]);
}

/** Fails on its first delivery of a subject that starts with `hard`, after its effect. */
@Injectable()
@OnEvent('case.opened.v1', { consumer: 'greeter' })
class Greeter implements EventListener {
  private readonly failed = new Set<string>();

  async handle(event: DeliveredEvent, actor: SystemActor): Promise<void> {
    const { role, organisationId } = currentScope();
    await leave(`greeted ${event.subjectId} ${role} ${organisationId} ${actor.correlationId}`);
    if (event.subjectId.startsWith('hard') && !this.failed.has(event.messageId)) {
      this.failed.add(event.messageId);
      throw new Error('not yet');
    }
  }
}

@Injectable()
@OnEvent(['case.opened.v1', 'case.closed.v1'], { consumer: 'archivist', lens: 'technical' })
class Archivist implements EventListener {
  async handle(event: DeliveredEvent): Promise<void> {
    await leave(`archived ${event.name} ${event.subjectId} ${currentScope().role}`);
  }
}

const PROVIDERS = [Greeter, Archivist];

function open(app: QueueApp, subjectId: string, name = 'case.opened.v1'): Promise<void> {
  return app.context.get(Outbox).publish({
    name,
    organisationId: MISSION.id,
    subjectId,
    payload: { step: 1 },
    correlationId: 'c-1',
  });
}

function inUnit(app: QueueApp, work: () => Promise<void>): Promise<void> {
  return app.context.get(UnitOfWork).run(ACTOR, work);
}

async function undone({ database }: Place, like: string): Promise<number> {
  const { rows } = await database.owner.query<{ n: number }>(
    `select count(*)::int as n from app.outbox_message where done_at is null and subject_id like $1`,
    [like],
  );
  return rows[0]?.n ?? -1;
}

onEachBackend('Outbox', (place) => {
  let app: QueueApp;
  let other: QueueApp;

  beforeAll(async () => {
    const settings = { attempts: 4 };
    app = await startQueueApp(place(), { providers: PROVIDERS, events: EVENTS, settings });
    other = await startQueueApp(place(), { providers: PROVIDERS, events: EVENTS, settings });
  });

  afterAll(async () => {
    await Promise.all([app.close(), other.close()]);
  });

  it('delivers an event to each consumer under the scope of its organisation, once', async () => {
    await inUnit(app, () => open(app, 'plain'));
    await until(async () => (await undone(place(), 'plain')) === 0, 'the message is done');
    expect((await effects(place(), '% plain %')).toSorted()).toEqual([
      `archived case.opened.v1 plain passerelle_technical`,
      `greeted plain passerelle_mission_locale ${MISSION.id} c-1`,
    ]);
  });

  it('delivers within a tenth of a second, not at the next look of the relay', async () => {
    const delays: number[] = [];
    for (let at = 0; at < 10; at += 1) {
      const start = performance.now();
      await inUnit(app, () => open(app, `quick-${at}`, 'case.closed.v1'));
      const isThere = async (): Promise<boolean> =>
        (await effects(place(), `archived case.closed.v1 quick-${at} %`)).length === 1;
      await until(isThere, 'delivery');
      delays.push(performance.now() - start);
    }
    // The median, because one pause of a busy machine must not decide; a relay that only looks
    // every second would need half a second.
    expect(delays.toSorted((a, b) => a - b)[5]).toBeLessThan(300);
  });

  it('keeps nothing of an event whose data were rolled back', async () => {
    const failing = inUnit(app, async () => {
      await leave('data of rolled-back');
      await open(app, 'rolled-back');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await inUnit(app, () => open(app, 'after-rollback'));
    await until(async () => (await undone(place(), 'after-rollback')) === 0, 'the next is done');
    expect(await effects(place(), '%rolled-back%')).toEqual([]);
    const { rowCount } = await place().database.owner.query(
      `select 1 from app.outbox_message where subject_id = 'rolled-back'`,
    );
    expect(rowCount).toBe(0);
  });

  it('refuses an event outside a unit of work, or one nobody declared', async () => {
    await expect(open(app, 'loose')).rejects.toThrow('no unit of work');
    await expect(inUnit(app, () => open(app, 'odd', 'case.odd.v1'))).rejects.toThrow(
      'unknown event',
    );
  });

  it('undoes the effect of a delivery that fails, and makes it once at the next', async () => {
    await inUnit(app, () => open(app, 'hard-1'));
    await until(async () => (await undone(place(), 'hard-1')) === 0, 'the message is done');
    expect(await effects(place(), 'greeted hard-1 %')).toHaveLength(1);
  });

  it('closes at once an event nobody listens to', async () => {
    await inUnit(app, () => open(app, 'unheard', 'case.unheard.v1'));
    await until(async () => (await undone(place(), 'unheard')) === 0, 'the message is closed');
  });

  it('makes one effect per message and consumer with two relays and two workers', async () => {
    const subjects = Array.from({ length: 300 }, (_, at) => `crowd-${at}`);
    await inUnit(app, async () => {
      for (const subject of subjects) await open(app, subject);
    });
    const relays = [app, other].map(({ context }) => context.get(OutboxRelay));
    await Promise.all([0, 1, 2, 3].flatMap(() => relays.map((relay) => relay.relayBatch())));
    await until(async () => (await undone(place(), 'crowd-%')) === 0, 'all are done', 40_000);
    const greeted = await effects(place(), 'greeted crowd-%');
    expect(greeted).toHaveLength(subjects.length);
    expect(new Set(greeted).size).toBe(subjects.length);
    expect(await effects(place(), 'archived %crowd-%')).toHaveLength(subjects.length);
  });

  it('makes one effect when two processes do the same message at the same time', async () => {
    const message = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 5 }, () => [app, other])
        .flat()
        .map(({ context }) =>
          context.get(Inbox).handleOnce('racer', message, ACTOR, async () => {
            await leave('raced');
          }),
        ),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await effects(place(), 'raced')).toHaveLength(1);
  });

  it('hands over again what the queue never did, and only that', async () => {
    const { owner } = place().database;
    const { rows } = await owner.query<{ id: string }>(
      `insert into app.outbox_message (id, name, organisation_id, subject_id, payload,
         correlation_id, published_at, attempts)
       values (gen_random_uuid(), 'case.opened.v1', $1, 'lost', '{}', 'c-1',
               now() - interval '6 minutes', 1),
              (gen_random_uuid(), 'case.opened.v1', $1, 'recent', '{}', 'c-1',
               now() - interval '4 minutes', 1)
       returning id`,
      [MISSION.id],
    );
    expect(rows).toHaveLength(2);
    await app.context.get(OutboxRelay).sweepBatch();
    await until(async () => (await undone(place(), 'lost')) === 0, 'the lost one is done');
    expect(await undone(place(), 'recent')).toBe(1);
    expect(await effects(place(), 'greeted lost %')).toHaveLength(1);
  });
});
