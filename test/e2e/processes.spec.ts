import { setTimeout as pause } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { ApiModule } from '../../src/app/api.module.js';
import { assertDatabase } from '../../src/app/assert-database.js';
import { StartRefused } from '../../src/app/run-program.js';
import { systemTask } from '../../src/app/system-task.js';
import { WorkerModule } from '../../src/app/worker.module.js';
import { Outbox, UnitOfWork } from '../../src/kernel/index.js';
import { Configuration } from '../../src/platform/config/index.js';
import { loadEnvironment } from '../../src/platform/config/load-environment.js';
import { FieldKeyRing } from '../../src/platform/security/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

describe('A process of production looks at its database before it starts', () => {
  it('accepts the present schema under the role made for it', async () => {
    await expect(assertDatabase(database.appUrl)).resolves.toBeUndefined();
  });

  it('refuses a role that sees everything', async () => {
    await expect(assertDatabase(database.ownerUrl)).rejects.toThrow(/superutilisateur/);
  });

  it('refuses a role that was not given the scopes', async () => {
    const name = `weak_${database.ownerUrl.split('_').pop()}`;
    await database.owner.query(`create role ${name} login password 'weak'`);
    const url = new URL(database.appUrl);
    url.username = name;
    url.password = 'weak';
    await expect(assertDatabase(url.toString())).rejects.toThrow(/n’a pas reçu les rôles/);
    await database.owner.query(`drop role ${name}`);
  });

  it('refuses a login the server does not know, and says to migrate', async () => {
    const url = new URL(database.appUrl);
    url.username = 'nobody_knows';
    await expect(assertDatabase(url.toString())).rejects.toThrow(/migrate/);
  });

  it('refuses a schema that lacks a migration', async () => {
    await database.owner.query('create table app.kept as select * from app.migration');
    await database.owner.query(
      'delete from app.migration where id = (select max(id) from app.migration)',
    );
    await expect(assertDatabase(database.appUrl)).rejects.toThrow(StartRefused);
    await expect(assertDatabase(database.appUrl)).rejects.toThrow(/pas à jour/);
    await database.owner.query('truncate app.migration');
    await database.owner.query('insert into app.migration select * from app.kept');
    await database.owner.query('drop table app.kept');
    await expect(assertDatabase(database.appUrl)).resolves.toBeUndefined();
  });
});

describe('API and worker as two processes', () => {
  const settings = () => ({
    configuration: new Configuration(
      loadEnvironment({ NODE_ENV: 'test', DEMONSTRATION: '0', DATABASE_URL: database.ownerUrl }),
    ),
    databaseUrl: database.appUrl,
    fieldKeys: FieldKeyRing.parse(Buffer.alloc(32, 7).toString('base64')),
    log: { level: 'silent' } as const,
  });

  it('leaves what the API announces to the worker', async () => {
    const quiet = { logger: false, abortOnError: false } as const;
    const api = await NestFactory.createApplicationContext(ApiModule.with(settings()), quiet);
    const actor = systemTask('test');
    await api.get(UnitOfWork).run(actor, () =>
      api.get(Outbox).publish({
        name: 'referral.submitted.v1',
        organisationId: null,
        subjectId: 'subject',
        payload: {},
        correlationId: actor.correlationId,
      }),
    );
    await pause(1_500);
    expect(await waiting()).toBe(1);

    const worker = await NestFactory.createApplicationContext(WorkerModule.with(settings()), quiet);
    for (let tries = 0; tries < 50 && (await waiting()) > 0; tries += 1) await pause(100);

    expect(await waiting()).toBe(0);
    await Promise.all([api.close(), worker.close()]);
  });

  async function waiting(): Promise<number> {
    const { rows } = await database.owner.query<{ n: number }>(
      'select count(*)::int as n from app.outbox_message where published_at is null',
    );
    return rows[0]?.n ?? 0;
  }
});
