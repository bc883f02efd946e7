import { randomInt, randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AuditModule } from '../../../src/audit/audit.module.js';
import { CejModule } from '../../../src/cej/cej.module.js';
import { CalendarModule } from '../../../src/exchanges/calendar.module.js';
import { MailboxModule } from '../../../src/exchanges/mailbox.module.js';
import { SlotsModule } from '../../../src/exchanges/slots.module.js';
import {
  Clock,
  Ids,
  Outbox,
  parseInstant,
  UnitOfWork,
  type Instant,
  type OutboxEvent,
} from '../../../src/kernel/index.js';
import { ORGANISATION_ENTITIES } from '../../../src/organisations/db/entities.js';
import { LoadReferenceData } from '../../../src/organisations/index.js';
import { OrganisationsModule } from '../../../src/organisations/organisations.module.js';
import { shippedReference } from '../../../src/organisations/reference/shipped-reference.js';
import { Configuration } from '../../../src/platform/config/index.js';
import { buildDataSource, TypeOrmUnitOfWork } from '../../../src/platform/database/index.js';
import { HealthModule } from '../../../src/platform/health/health.module.js';
import { HttpModule } from '../../../src/platform/http/http.module.js';
import { createHttpApplication, IdempotencyStore } from '../../../src/platform/http/index.js';
import { LoggingModule } from '../../../src/platform/logging/logging.module.js';
import { JobQueue, type JobData, type NewJob } from '../../../src/platform/queue/index.js';
import { FieldCipher, FieldKeyRing } from '../../../src/platform/security/index.js';
import { SecurityModule } from '../../../src/platform/security/security.module.js';
import { ReturnsModule } from '../../../src/returns/returns.module.js';
import { DirectApplicantsModule } from '../../../src/direct-applicants/direct-applicants.module.js';
import { FollowUpsModule } from '../../../src/follow-ups/follow-ups.module.js';
import { VolunteersModule } from '../../../src/volunteers/volunteers.module.js';
import { TestAuthenticator } from '../../support/test-authenticator.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

/** A clock the test sets; the real time until then, which is that of the database. */
export class TestClock extends Clock {
  private present: Instant | undefined;

  override now(): Instant {
    return this.present ?? at(new Date().toISOString());
  }

  set(text: string | undefined): void {
    this.present = text === undefined ? undefined : at(text);
  }
}

/** The instant of a text. */
export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`not an instant: ${text}`);
  return instant;
}

class RandomIds extends Ids {
  override uuid(): string {
    return randomUUID();
  }

  override referenceBody(): string {
    return String(randomInt(10_000_000, 99_999_999));
  }
}

class SilentOutbox extends Outbox {
  override async publish(_event: OutboxEvent): Promise<void> {}
}

/** Keeps the jobs it was given, for the test to look at. */
export class KeptJobs extends JobQueue {
  readonly jobs: NewJob[] = [];

  override async add(name: string, data: JobData, options: { jobId: string }): Promise<void> {
    this.jobs.push({ name, data, ...options });
  }

  override async addMany(jobs: readonly NewJob[]): Promise<void> {
    this.jobs.push(...jobs);
  }

  override addAgain(jobs: readonly NewJob[]): Promise<void> {
    return this.addMany(jobs);
  }
}

/** No call of these tests is made idempotent by a key. */
class NoKeys extends IdempotencyStore {
  override begin(): never {
    throw new Error('no key is expected here');
  }

  override complete(): never {
    throw new Error('no key is expected here');
  }
}

export interface ExchangeApp {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  readonly jobs: KeptJobs;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

/** Slots, mailboxes and deliveries behind the real door, with the shipped organisations. */
export async function exchangeApp({ demonstration = false } = {}): Promise<ExchangeApp> {
  const database = await createTestDatabase();
  await database.owner.query(`insert into app.privacy_notice values ('1', '2020-01-01', null)`);
  const instance = await exchangeInstance(database, { demonstration });
  const reference = await shippedReference(true);
  await instance.app.get(LoadReferenceData, { strict: false }).execute(reference, {
    type: 'system',
    id: 'system',
    task: 'reference.load',
    organisation: null,
    channel: { kind: 'system', task: 'reference.load' },
    correlationId: 'test',
  });
  const close = async (): Promise<void> => {
    await instance.close();
    await database.drop();
  };
  return { ...instance, close };
}

/** One process of the service, on a database that others may work on too. */
export async function exchangeInstance(
  database: TestDatabase,
  { demonstration = false, clock = new TestClock() } = {},
): Promise<ExchangeApp> {
  const dataSource = buildDataSource({
    url: database.appUrl,
    poolSize: 6,
    entities: ORGANISATION_ENTITIES,
  });
  await dataSource.initialize();
  const jobs = new KeptJobs();
  const module = moduleOf({ dataSource, clock, jobs, demonstration });
  const app = await createHttpApplication(module, {
    configuration: {
      http: { publicUrl: 'https://passerelle.test', trustProxy: false },
      limits: { maximumFileBytes: 1_000_000 },
    },
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const close = async (): Promise<void> => {
    await app.close();
    await dataSource.destroy();
  };
  return { app, clock, jobs, database, close };
}

interface Parts {
  readonly dataSource: DataSource;
  readonly clock: TestClock;
  readonly jobs: KeptJobs;
  readonly demonstration: boolean;
}

function moduleOf({ dataSource, clock, jobs, demonstration }: Parts) {
  const configuration = new Configuration({
    runtime: 'development',
    demonstration,
    dataDirectory: '/nowhere',
    http: { port: 0, isPortChosen: true, host: '127.0.0.1', trustProxy: false, shutdownDelayMs: 0 },
    database: { poolSize: 6 },
    queue: {},
    logLevel: 'silent',
    limits: {
      maximumFileBytes: 1_000_000,
      depositsPerMinute: 600,
      requests: {
        perMinute: null,
        anonymousPerMinute: null,
        searchesPerMinute: null,
        exportsPerHour: null,
      },
      peopleReadInADay: { caseload: 300, organisation: 500 },
    },
  });
  const foundation = [
    { provide: DataSource, useValue: dataSource },
    { provide: Clock, useValue: clock },
    { provide: JobQueue, useValue: jobs },
    { provide: Configuration, useValue: configuration },
    { provide: Ids, useClass: RandomIds },
    { provide: Outbox, useClass: SilentOutbox },
    { provide: UnitOfWork, useClass: TypeOrmUnitOfWork },
    { provide: FieldKeyRing, useValue: FieldKeyRing.parse(Buffer.alloc(32, 7).toString('base64')) },
    { provide: IdempotencyStore, useClass: NoKeys },
    FieldCipher,
    TestAuthenticator,
  ];

  @Global()
  @Module({
    imports: [AuditModule, OrganisationsModule],
    providers: foundation,
    exports: [...foundation, AuditModule, OrganisationsModule],
  })
  class Foundation {}

  @Module({
    imports: [
      Foundation,
      CalendarModule,
      SlotsModule,
      MailboxModule,
      VolunteersModule,
      ReturnsModule,
      CejModule,
      FollowUpsModule,
      DirectApplicantsModule,
      LoggingModule.with({ destination: { write: () => undefined } }),
      SecurityModule.with({ authenticators: [TestAuthenticator] }),
      HealthModule.with({ checks: [], metricsPort: 0 }),
      HttpModule.with(),
    ],
  })
  class TestModule {}

  return TestModule;
}
