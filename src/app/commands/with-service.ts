import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NestLog, EventLog } from '../../platform/logging/index.js';
import { ApiModule } from '../api.module.js';
import { assertDatabase } from '../assert-database.js';
import { fieldKeysOf } from '../field-keys.js';
import { openDatabase } from '../open-database.js';
import { readConfiguration } from '../read-configuration.js';

/** Log lines of a command go beside its answer, which may be piped to a file. */
const STANDARD_ERROR = { write: (line: string) => void process.stderr.write(line) };

/**
 * Runs an operator's task with the whole service at hand, its database included; runs no job itself.
 * @throws StartRefused when the database is not up to date
 */
export async function withService(
  task: (service: INestApplicationContext) => Promise<void>,
): Promise<void> {
  const configuration = readConfiguration();
  const database = await openDatabase(configuration);
  try {
    await assertDatabase(database.appUrl);
    const fieldKeys = fieldKeysOf(configuration, database.folder);
    const log = { level: 'warn', destination: STANDARD_ERROR } as const;
    const module = ApiModule.with({ configuration, databaseUrl: database.appUrl, fieldKeys, log });
    const service = await NestFactory.createApplicationContext(module, {
      bufferLogs: true,
      abortOnError: false,
    });
    service.useLogger(new NestLog(service.get(EventLog)));
    try {
      await task(service);
    } finally {
      await service.close();
    }
  } finally {
    await database.close();
  }
}
