// One process of the built service, to be killed: ROLE is `prepare` (schema, reference data, one client;
// ends by itself), `api` or `worker`. Says {"ready":true} once it is at work.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { CreateMachineClient, scopesOfKind } from '../../../dist/accounts/index.js';
import { ApiModule } from '../../../dist/app/api.module.js';
import { migrateApplication } from '../../../dist/app/migrate-application.js';
import { ServiceAddress } from '../../../dist/app/service-address.js';
import { systemTask } from '../../../dist/app/system-task.js';
import { WorkerModule } from '../../../dist/app/worker.module.js';
import { ProcessingTerms } from '../../../dist/exchanges/domain/processing-terms.js';
import { Clock } from '../../../dist/kernel/index.js';
import { LoadReferenceData } from '../../../dist/organisations/index.js';
import { shippedReference } from '../../../dist/organisations/reference/shipped-reference.js';
import { Configuration } from '../../../dist/platform/config/index.js';
import { loadEnvironment } from '../../../dist/platform/config/load-environment.js';
import { runtimeUrl } from '../../../dist/platform/database/index.js';
import { createHttpApplication } from '../../../dist/platform/http/index.js';
import { OutboxRelay } from '../../../dist/platform/outbox/index.js';
import { FieldKeyRing } from '../../../dist/platform/security/index.js';

const { ROLE, OWNER_URL, NOW, PORT, CLIENT, SECRET, ORGANISATION, QUEUE_URL } = process.env;

class SetClock extends Clock {
  now() {
    return NOW;
  }
}

const configuration = new Configuration(
  loadEnvironment({
    NODE_ENV: 'test',
    DEMONSTRATION: '0',
    DATABASE_URL: OWNER_URL,
    ...(QUEUE_URL ? { REDIS_URL: QUEUE_URL } : {}),
  }),
);
const settings = {
  configuration,
  databaseUrl: runtimeUrl(OWNER_URL),
  fieldKeys: FieldKeyRing.parse(Buffer.alloc(32, 7).toString('base64')),
  clock: new SetClock(),
  log: { destination: { write: () => undefined } },
  queue: { lockMs: 2_000, stalledEveryMs: 500, backoffMs: 100 },
};

async function prepare() {
  await migrateApplication(OWNER_URL);
  const app = await NestFactory.createApplicationContext(ApiModule.with(settings), {
    logger: false,
  });
  const operator = systemTask('test.prepare');
  await app.get(LoadReferenceData).execute(await shippedReference(true), operator);
  const owner = new pg.Client({ connectionString: OWNER_URL });
  await owner.connect();
  await owner.query(
    `insert into app.privacy_notice (version, valid_from) values ('1', '2020-01-01')`,
  );
  await owner.end();
  const authentication = { method: 'secret', secret: SECRET };
  const client = { clientId: CLIENT, organisationCode: ORGANISATION, authentication };
  const scopes = scopesOfKind('mission-locale');
  await app.get(CreateMachineClient).execute({ ...client, scopes }, operator);
  await app.close();
}

async function serve() {
  const app = await createHttpApplication(ApiModule.with(settings), { configuration });
  await app.listen(Number(PORT), '127.0.0.1');
  app.get(ServiceAddress).listensOn(Number(PORT));
}

async function work() {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), {
    logger: false,
  });
  const terms = { lease: 3_000, renewal: 500, sweep: 300, retry: 200 };
  Object.assign(app.get(ProcessingTerms, { strict: false }), terms);
  // What a queue lost is handed over again after five minutes, looked for every 15 seconds: here at once.
  const relay = app.get(OutboxRelay, { strict: false });
  setInterval(() => relay.sweepBatch().catch(() => undefined), 500);
}

await { prepare, api: serve, worker: work }[ROLE]();
process.stdout.write('{"ready":true}\n');
