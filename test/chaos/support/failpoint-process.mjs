// The processing of the built application, call by call: relays, deliveries and turns run one after the
// other here, without the timers of a real worker, so that the nth call to PostgreSQL (the queue's
// included) is the same one each time; with a queue on Redis (QUEUE_URL), the nth call to Redis. Told on
// standard input: {"mode":"throw","at":12}. Modes: `none`; `throw` fails the nth call before it happens,
// or after it when it is a COMMIT or a call to Redis, whose answer is lost then; `kill` ends the process
// as kill -9 does.
import 'reflect-metadata';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createInterface } from 'node:readline';
import { NestFactory } from '@nestjs/core';
import { Pipeline, Redis } from 'ioredis';
import pg from 'pg';
import { WorkerModule } from '../../../dist/app/worker.module.js';
import { ProcessingTerms } from '../../../dist/exchanges/domain/processing-terms.js';
import { SweepFiles } from '../../../dist/exchanges/use-cases/sweep-files.js';
import { TakeTurns } from '../../../dist/exchanges/use-cases/take-turns.js';
import { Clock } from '../../../dist/kernel/index.js';
import { Configuration } from '../../../dist/platform/config/index.js';
import { loadEnvironment } from '../../../dist/platform/config/load-environment.js';
import { EventListeners } from '../../../dist/platform/outbox/event-listeners.js';
import { OutboxRelay } from '../../../dist/platform/outbox/index.js';
import { JobRegistry } from '../../../dist/platform/queue/index.js';
import { FieldKeyRing } from '../../../dist/platform/security/index.js';

const { OWNER_URL, APP_URL, NOW, QUEUE_URL } = process.env;
/** Longer than a file of ten lines takes; shorter than PostgreSQL runs before, or a death were put down to it. */
const LEASE_MS = 10_000;
const trials = new AsyncLocalStorage();

class SetClock extends Clock {
  now() {
    return NOW;
  }
}

class Failpoint extends Error {
  name = 'Failpoint';
}

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function countedQuery(...args) {
  const trial = trials.getStore();
  if (!trial || QUEUE_URL) return query.apply(this, args);
  trial.calls += 1;
  const isIt = trial.calls === trial.at;
  const isCommit = args[0] === 'COMMIT';
  if (isIt && trial.mode === 'kill') process.kill(process.pid, 'SIGKILL');
  if (isIt && trial.mode === 'throw' && !isCommit) return refused(args);
  const answer = query.apply(this, args);
  if (!isIt || trial.mode !== 'throw') return answer;
  return answer.then(() => Promise.reject(new Failpoint('answer lost')));
};

/** One call to Redis: it happens, unless the process dies first, and its answer may be lost. */
function countedRedis(call) {
  const trial = trials.getStore();
  if (!trial || !QUEUE_URL) return call();
  trial.calls += 1;
  const isIt = trial.calls === trial.at;
  if (isIt && trial.mode === 'kill') process.kill(process.pid, 'SIGKILL');
  const answer = call();
  if (!isIt || trial.mode !== 'throw') return answer;
  return answer.then(() => Promise.reject(new Failpoint('answer lost')));
}

const sendCommand = Redis.prototype.sendCommand;
Redis.prototype.sendCommand = function countedCommand(command, ...more) {
  const call = () => sendCommand.call(this, command, ...more);
  return command.pipelineIndex === undefined ? countedRedis(call) : call();
};
const exec = Pipeline.prototype.exec;
Pipeline.prototype.exec = function countedPipeline(...args) {
  return countedRedis(() => exec.apply(this, args));
};

function refused(args) {
  const error = new Failpoint('call refused');
  const [asked] = args;
  if (typeof asked?.submit === 'function') {
    setImmediate(() => asked.destroy(error));
    return asked;
  }
  const callback = args.at(-1);
  if (typeof callback !== 'function') return Promise.reject(error);
  setImmediate(() => callback(error));
  return undefined;
}

async function open() {
  const configuration = new Configuration(
    loadEnvironment({
      NODE_ENV: 'test',
      DEMONSTRATION: '0',
      DATABASE_URL: OWNER_URL,
      ...(QUEUE_URL ? { REDIS_URL: QUEUE_URL } : {}),
    }),
  );
  const module = WorkerModule.with({
    configuration,
    databaseUrl: APP_URL,
    fieldKeys: FieldKeyRing.parse(Buffer.alloc(32, 7).toString('base64')),
    clock: new SetClock(),
    log: { destination: { write: () => undefined } },
    queue: { runsJobs: false },
  });
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  Object.assign(app.get(ProcessingTerms, { strict: false }), { lease: LEASE_MS, retry: 1 });
  return app;
}

/** Everything there is to do, until there is nothing left; a failure ends it like that of a worker. */
async function work(app, owner) {
  await app.get(SweepFiles, { strict: false }).execute();
  for (let round = 0; round < 4; round += 1) {
    while (await app.get(OutboxRelay, { strict: false }).relayBatch());
    await deliverAll(app, owner);
    await app.get(TakeTurns, { strict: false }).execute(new AbortController().signal);
  }
}

async function deliverAll(app, owner) {
  const sql = 'select id, name from app.outbox_message where done_at is null order by created_at';
  const { rows } = await trials.exit(() => owner.query(sql));
  for (const { id, name } of rows) {
    for (const consumer of app.get(EventListeners, { strict: false }).of(name)) {
      const { runner } = app.get(JobRegistry, { strict: false }).find(`deliver.${consumer}`);
      await runner.handle(
        { id, data: { messageId: id }, attempt: 1 },
        new AbortController().signal,
      );
    }
  }
}

async function tryOnce(app, owner, { mode, at }) {
  const trial = { mode, at, calls: 0 };
  try {
    await trials.run(trial, () => work(app, owner));
    return { calls: trial.calls, failed: null };
  } catch (error) {
    return { calls: trial.calls, failed: error.name };
  }
}

const app = await open();
const owner = new pg.Client({ connectionString: OWNER_URL });
await owner.connect();
process.stdout.write('{"ready":true}\n');
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await tryOnce(app, owner, JSON.parse(line)))}\n`);
}
await app.close();
await owner.end();
