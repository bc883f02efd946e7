import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../../src/app/worker.module.js';
import { ProcessingTerms } from '../../../src/exchanges/domain/processing-terms.js';
import { Clock } from '../../../src/kernel/index.js';
import { Configuration } from '../../../src/platform/config/index.js';
import { loadEnvironment } from '../../../src/platform/config/load-environment.js';
import { FieldKeyRing } from '../../../src/platform/security/index.js';
import type { TestApplication } from '../../support/test-application.js';

const FIELD_KEYS = FieldKeyRing.parse(Buffer.alloc(32, 7).toString('base64'));

/** What a worker of a test is given. */
export interface WorkerInput {
  /** Where its jobs live; PostgreSQL when absent. */
  readonly redisUrl?: string | undefined;
  readonly terms?: Partial<ProcessingTerms>;
}

/** A worker process's own context beside a service that runs no jobs, on its database and clock. */
export async function startWorker(
  { app, database }: TestApplication,
  { redisUrl, terms }: WorkerInput,
): Promise<INestApplicationContext> {
  const environment = { NODE_ENV: 'test', DEMONSTRATION: '0', DATABASE_URL: database.ownerUrl };
  const configuration = new Configuration(
    loadEnvironment({ ...environment, ...(redisUrl ? { REDIS_URL: redisUrl } : {}) }),
  );
  const module = WorkerModule.with({
    configuration,
    databaseUrl: database.appUrl,
    fieldKeys: FIELD_KEYS,
    clock: app.get(Clock),
    log: { destination: { write: () => undefined } },
  });
  const context = await NestFactory.createApplicationContext(module, { logger: false });
  Object.assign(context.get(ProcessingTerms, { strict: false }), terms);
  return context;
}
