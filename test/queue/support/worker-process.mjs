// A worker of the built application, in a process of its own so that a test can kill it.
// DIE: `before` kills it before the effect of a job is kept, `after` once it is, `never` lets it live.
import 'reflect-metadata';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../../dist/kernel/index.js';
import {
  buildDataSource,
  currentManager,
  TypeOrmUnitOfWork,
} from '../../../dist/platform/database/index.js';
import { Inbox } from '../../../dist/platform/outbox/index.js';
import { JobHandler, QueueModule, QueueSettings } from '../../../dist/platform/queue/index.js';

const { DATABASE_URL, REDIS_URL, DIE } = process.env;

const ACTOR = {
  type: 'system',
  id: 'system',
  task: 'crash',
  organisation: null,
  channel: { kind: 'system', task: 'crash' },
  correlationId: 'crash',
};

class CrashWork {
  constructor(uow, inbox) {
    this.uow = uow;
    this.inbox = inbox;
  }

  async handle({ id, data }) {
    await this.uow.run(ACTOR, () => leave(`started ${id}`));
    await this.inbox.handleOnce('crash', data.messageId, ACTOR, async () => {
      await leave(`effect ${id}`);
      if (DIE === 'before') process.kill(process.pid, 'SIGKILL');
    });
    if (DIE === 'after') process.kill(process.pid, 'SIGKILL');
    await this.uow.run(ACTOR, () => leave(`ended ${id}`));
  }
}

function leave(key) {
  return currentManager().query('insert into app.test_effect (key) values ($1)', [key]);
}

Injectable()(CrashWork);
JobHandler({ queue: 'crash', name: 'crash.work' })(CrashWork);
Reflect.defineMetadata('design:paramtypes', [UnitOfWork, Inbox], CrashWork);

class WorkerModule {}

async function main() {
  const dataSource = buildDataSource({ url: DATABASE_URL, poolSize: 4, entities: [] });
  await dataSource.initialize();
  const settings = new QueueSettings({
    databaseUrl: DATABASE_URL,
    redisUrl: REDIS_URL,
    runsJobs: true,
    lockMs: 1_000,
    stalledEveryMs: 300,
    backoffMs: 50,
  });
  Module({
    imports: [QueueModule.register(settings)],
    providers: [
      { provide: DataSource, useValue: dataSource },
      { provide: UnitOfWork, useClass: TypeOrmUnitOfWork },
      Inbox,
      CrashWork,
    ],
  })(WorkerModule);
  const context = await NestFactory.createApplicationContext(WorkerModule, { logger: false });
  process.once('SIGTERM', () => void leaveWell(context, dataSource));
  process.stdout.write('ready\n');
}

async function leaveWell(context, dataSource) {
  await context.close();
  await dataSource.destroy();
  process.exit(0);
}

await main();
