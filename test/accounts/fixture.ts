import { randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AccountsModule } from '../../src/accounts/accounts.module.js';
import { MachineAuthenticator, SignInSettings, TokenAudience } from '../../src/accounts/index.js';
import { AuditModule } from '../../src/audit/audit.module.js';
import {
  addMillis,
  Clock,
  Ids,
  parseInstant,
  UnitOfWork,
  type Instant,
  type SystemActor,
} from '../../src/kernel/index.js';
import { Configuration } from '../../src/platform/config/index.js';
import { loadEnvironment } from '../../src/platform/config/load-environment.js';
import { buildDataSource, TypeOrmUnitOfWork } from '../../src/platform/database/index.js';
import { HealthModule } from '../../src/platform/health/health.module.js';
import { HttpModule } from '../../src/platform/http/http.module.js';
import { createHttpApplication, IdempotencyStore } from '../../src/platform/http/index.js';
import { LoggingModule } from '../../src/platform/logging/logging.module.js';
import { FieldCipher, FieldKeyRing } from '../../src/platform/security/index.js';
import { SecurityModule } from '../../src/platform/security/security.module.js';
import { TestAuthenticator } from '../support/test-authenticator.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

export const ISSUER = 'https://passerelle.test';
export const START = instant('2026-11-22T10:00:00Z');

function instant(text: string): Instant {
  const read = parseInstant(text);
  if (!read) throw new Error(`not an instant: ${text}`);
  return read;
}

/** A clock the test moves. */
export class TestClock extends Clock {
  private present = START;

  override now(): Instant {
    return this.present;
  }

  advance(seconds: number): void {
    this.present = addMillis(this.present, seconds * 1000);
  }
}

class RandomIds extends Ids {
  override uuid(): string {
    return randomUUID();
  }

  override referenceBody(): string {
    return '0A1B2C3D';
  }
}

class TestAudience extends TokenAudience {
  override readonly issuer = ISSUER;
}

class NoProvider extends SignInSettings {
  override readonly provider = undefined;
  override readonly address = ISSUER;
}

/** No route of these tests is idempotent by key. */
class NoKeys extends IdempotencyStore {
  override begin(): never {
    throw new Error('no key is expected here');
  }

  override complete(): never {
    throw new Error('no key is expected here');
  }
}

export interface AccountsApp {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  readonly written: () => string;
  close(): Promise<void>;
}

/** The accounts behind the real door, on a database with three organisations; `controllers` to call. */
export async function accountsApp(...controllers: (new () => object)[]): Promise<AccountsApp> {
  const database = await createTestDatabase();
  await insertOrganisations(database);
  const dataSource = buildDataSource({ url: database.appUrl, poolSize: 4, entities: [] });
  await dataSource.initialize();
  const clock = new TestClock();
  const lines: string[] = [];
  const module = moduleOf(dataSource, clock, lines, controllers);
  const configuration = {
    http: { publicUrl: ISSUER, trustProxy: false },
    limits: { maximumFileBytes: 1_000 },
  } as const;
  const app = await createHttpApplication(module, { configuration });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const close = async () => {
    await app.close();
    await dataSource.destroy();
    await database.drop();
  };
  return { app, clock, database, written: () => lines.join(''), close };
}

function moduleOf(
  dataSource: DataSource,
  clock: TestClock,
  lines: string[],
  controllers: (new () => object)[],
) {
  const foundation = [
    { provide: DataSource, useValue: dataSource },
    { provide: Clock, useValue: clock },
    { provide: Configuration, useValue: new Configuration(loadEnvironment({ NODE_ENV: 'test' })) },
    { provide: Ids, useClass: RandomIds },
    { provide: UnitOfWork, useClass: TypeOrmUnitOfWork },
    { provide: TokenAudience, useClass: TestAudience },
    { provide: SignInSettings, useClass: NoProvider },
    { provide: FieldKeyRing, useValue: FieldKeyRing.parse(Buffer.alloc(32, 7).toString('base64')) },
    { provide: IdempotencyStore, useClass: NoKeys },
    FieldCipher,
    TestAuthenticator,
  ];

  @Global()
  @Module({ imports: [AuditModule], providers: foundation, exports: [...foundation, AuditModule] })
  class Foundation {}

  @Module({
    imports: [
      Foundation,
      AccountsModule,
      LoggingModule.with({ destination: { write: (line: string) => void lines.push(line) } }),
      SecurityModule.with({
        imports: [AccountsModule],
        authenticators: [MachineAuthenticator, TestAuthenticator],
      }),
      HealthModule.with({ checks: [], metricsPort: 0 }),
      HttpModule.with(),
    ],
    controllers,
  })
  class TestModule {}

  return TestModule;
}

async function insertOrganisations({ owner }: TestDatabase): Promise<void> {
  const organisations = [
    ['RSMA-RE', 'unit', 'SMA', null],
    ['97411S00', 'mission-locale', null, null],
    ['SMV-FERME', 'unit', 'SMV', '2026-11-21'],
    ['NATIONAL', 'national', null, null],
  ];
  for (const [code, kind, scheme, validTo] of organisations) {
    await owner.query(
      `insert into app.organisation (id, code, kind, scheme, name, usual_name, territory, time_zone,
         valid_from, valid_to)
       values ($1, $2, $3, $4, $2, $2, 'RE', 'Indian/Reunion', '2020-01-01', $5)`,
      [randomUUID(), code, kind, scheme, validTo],
    );
  }
}

/** The command line at work. */
export function operator(task: string): SystemActor {
  return {
    type: 'system',
    id: 'system',
    task,
    organisation: null,
    channel: { kind: 'system', task },
    correlationId: randomUUID(),
  };
}
