import { randomUUID } from 'node:crypto';
import {
  Module,
  type DynamicModule,
  type INestApplicationContext,
  type Provider,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Ids, UnitOfWork, type OrganisationScope } from '../../../src/kernel/index.js';
import { buildDataSource, TypeOrmUnitOfWork } from '../../../src/platform/database/index.js';
import { EventScopes, OutboxModule } from '../../../src/platform/outbox/index.js';
import {
  QueueModule,
  QueueSettings,
  type QueueSettingsInput,
} from '../../../src/platform/queue/index.js';
import type { Place } from './on-each-backend.js';

/** What a test wants its application to be. */
export interface QueueAppInput {
  readonly providers: readonly Provider[];
  readonly events?: readonly string[];
  readonly settings?: Partial<QueueSettingsInput>;
}

/** The one organisation of these tests. */
export const MISSION: OrganisationScope = {
  id: '0198a000-0000-7000-8000-000000000001',
  code: '97101',
  kind: 'mission-locale',
};

class RandomIds extends Ids {
  override uuid(): string {
    return randomUUID();
  }
  override referenceBody(): string {
    return 'AAAAAAAA';
  }
}

class OneOrganisation extends EventScopes {
  override scopeOf(id: string): Promise<OrganisationScope | undefined> {
    return Promise.resolve(id === MISSION.id ? MISSION : undefined);
  }
}

@Module({})
class StorageModule {
  static register(dataSource: DataSource): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: UnitOfWork, useClass: TypeOrmUnitOfWork },
        { provide: Ids, useClass: RandomIds },
      ],
      exports: [DataSource, UnitOfWork, Ids],
    };
  }
}

/** An application of queues and outbox only: what one process of the service is. */
export interface QueueApp {
  readonly context: INestApplicationContext;
  close(): Promise<void>;
}

/** Starts an application on a place, with short waits. */
export async function startQueueApp(place: Place, input: QueueAppInput): Promise<QueueApp> {
  const dataSource = buildDataSource({ url: place.database.appUrl, poolSize: 8, entities: [] });
  await dataSource.initialize();
  const settings = new QueueSettings({
    databaseUrl: place.database.appUrl,
    redisUrl: place.redisUrl,
    runsJobs: true,
    attempts: 3,
    backoffMs: 100,
    closeWithinMs: 5_000,
    ...input.settings,
  });
  const module = await Test.createTestingModule({
    imports: [
      StorageModule.register(dataSource),
      QueueModule.register(settings),
      OutboxModule.register({ events: input.events ?? [], scopes: OneOrganisation }),
    ],
    providers: [...input.providers],
  }).compile();
  module.useLogger(false);
  const close = async (): Promise<void> => {
    await module.close();
    await dataSource.destroy();
  };
  try {
    await module.init();
  } catch (error) {
    await close();
    throw error;
  }
  return { context: module, close };
}
