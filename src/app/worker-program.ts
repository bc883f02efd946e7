import { NestFactory } from '@nestjs/core';
import { closeOnSignals } from '../platform/http/index.js';
import { EventLog, NestLog } from '../platform/logging/index.js';
import { assertDatabase } from './assert-database.js';
import { fieldKeysOf } from './field-keys.js';
import { openDatabase } from './open-database.js';
import { readConfiguration } from './read-configuration.js';
import { WorkerModule } from './worker.module.js';

/** `npm run start:worker`: one process of jobs, listeners and relay; as many as wanted. */
export async function workerProgram(): Promise<void> {
  const configuration = readConfiguration();
  const { appUrl: databaseUrl, folder } = await openDatabase(configuration);
  await assertDatabase(databaseUrl);
  const fieldKeys = fieldKeysOf(configuration, folder);
  const module = WorkerModule.with({ configuration, databaseUrl, fieldKeys });
  const app = await NestFactory.createApplicationContext(module, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(new NestLog(app.get(EventLog)));
  closeOnSignals(app, { delayMs: 0 });
  app.get(EventLog).info('process.started', { task: 'worker' });
}
