import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AuditModule } from '../../../src/audit/audit.module.js';
import { Candidacies } from '../../../src/candidacies/index.js';
import { IdentityReviewsController } from '../../../src/exchanges/http/identity-reviews.controller.js';
import { LedgerModule } from '../../../src/exchanges/ledger.module.js';
import { ReportsModule } from '../../../src/exchanges/reports.module.js';
import {
  ApplyReviewedRow,
  type RowToTakeBack,
} from '../../../src/exchanges/use-cases/apply-reviewed-row.js';
import { ContactKeeper } from '../../../src/exchanges/use-cases/contact-keeper.js';
import { ConsultIdentityReviews } from '../../../src/exchanges/use-cases/consult-identity-reviews.js';
import { DecideIdentityReview } from '../../../src/exchanges/use-cases/decide-identity-review.js';
import type { RowFate } from '../../../src/exchanges/use-cases/flow-ports.js';
import { RememberVerdict } from '../../../src/exchanges/use-cases/remember-verdict.js';
import { ReviewCandidates } from '../../../src/exchanges/use-cases/review-candidates.js';
import { UndoIdentityReview } from '../../../src/exchanges/use-cases/undo-identity-review.js';
import { Clock, Ids, Outbox, UnitOfWork } from '../../../src/kernel/index.js';
import type { Instant, OutboxEvent } from '../../../src/kernel/index.js';
import { IdentityVerdicts, People } from '../../../src/people/index.js';
import { DatabaseIdentityVerdicts } from '../../../src/people/db/database-identity-verdicts.js';
import { DatabasePeople } from '../../../src/people/db/database-people.js';
import { Referrals } from '../../../src/referrals/index.js';
import { Configuration } from '../../../src/platform/config/index.js';
import { loadEnvironment } from '../../../src/platform/config/load-environment.js';
import { TypeOrmUnitOfWork } from '../../../src/platform/database/index.js';
import { HealthModule } from '../../../src/platform/health/health.module.js';
import { HttpModule } from '../../../src/platform/http/http.module.js';
import { createHttpApplication, IdempotencyStore } from '../../../src/platform/http/index.js';
import { LoggingModule } from '../../../src/platform/logging/logging.module.js';
import { FieldCipher } from '../../../src/platform/security/index.js';
import { SecurityModule } from '../../../src/platform/security/security.module.js';
import { TestAuthenticator } from '../../support/test-authenticator.js';
import { TEST_CIPHER } from '../../support/test-cipher.js';
import { exchangeFixture, type ExchangeFixture } from './exchange-fixture.js';

class FixedClock extends Clock {
  override now(): Instant {
    return '2026-11-22T10:00:00.000Z' as Instant;
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

/** Remembers what was published. */
export class OutboxSpy extends Outbox {
  readonly events: OutboxEvent[] = [];
  override async publish(event: OutboxEvent): Promise<void> {
    this.events.push(event);
  }
}

/** Applies a reviewed row as the test says. */
export class ApplyReviewedRowStub extends ApplyReviewedRow {
  state: RowFate['state'] = 'A';
  readonly takenBack: unknown[] = [];
  override async execute({
    line,
    chosenId,
  }: {
    line: number;
    chosenId: string | null;
  }): Promise<RowFate> {
    return { line, state: this.state, resourceId: chosenId, recipientId: null, anomalies: [] };
  }

  override async takeBack({ state, resourceId }: RowToTakeBack): Promise<void> {
    this.takenBack.push([state, resourceId]);
  }
}

class NoKeys extends IdempotencyStore {
  override begin(): never {
    throw new Error('no key is expected here');
  }
  override complete(): never {
    throw new Error('no key is expected here');
  }
}

/** Neither referral nor candidacy: the candidates of these tests are people. */
const NONE = { byIds: async () => [] };

export interface ReportsApp extends ExchangeFixture {
  readonly app: NestFastifyApplication;
  readonly outbox: OutboxSpy;
  readonly applyReviewedRow: ApplyReviewedRowStub;
}

/** Reports and reviews behind the real door, on a real database. */
export async function reportsApp(): Promise<ReportsApp> {
  const fixture = await exchangeFixture();
  const outbox = new OutboxSpy();
  const applyReviewedRow = new ApplyReviewedRowStub();
  const module = moduleOf(fixture.dataSource, outbox, applyReviewedRow);
  const configuration = {
    http: { publicUrl: 'https://passerelle.test', trustProxy: false },
    limits: { maximumFileBytes: 1_000 },
  } as const;
  const app = await createHttpApplication(module, { configuration });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const close = async (): Promise<void> => {
    await app.close();
    await fixture.close();
  };
  return { ...fixture, app, outbox, applyReviewedRow, close };
}

function moduleOf(dataSource: DataSource, outbox: OutboxSpy, apply: ApplyReviewedRowStub) {
  const foundation = [
    { provide: DataSource, useValue: dataSource },
    { provide: Clock, useClass: FixedClock },
    { provide: Configuration, useValue: new Configuration(loadEnvironment({ NODE_ENV: 'test' })) },
    { provide: Ids, useClass: RandomIds },
    { provide: UnitOfWork, useClass: TypeOrmUnitOfWork },
    { provide: Outbox, useValue: outbox },
    { provide: IdempotencyStore, useClass: NoKeys },
    { provide: FieldCipher, useValue: TEST_CIPHER },
    TestAuthenticator,
  ];

  @Global()
  @Module({ imports: [AuditModule], providers: foundation, exports: [...foundation, AuditModule] })
  class Foundation {}

  @Module({
    imports: [LedgerModule, ReportsModule],
    controllers: [IdentityReviewsController],
    providers: [
      { provide: Candidacies, useValue: NONE },
      { provide: Referrals, useValue: NONE },
      { provide: People, useClass: DatabasePeople },
      { provide: ApplyReviewedRow, useValue: apply },
      ConsultIdentityReviews,
      ContactKeeper,
      DecideIdentityReview,
      { provide: IdentityVerdicts, useClass: DatabaseIdentityVerdicts },
      RememberVerdict,
      ReviewCandidates,
      UndoIdentityReview,
    ],
  })
  class Reviews {}

  @Module({
    imports: [
      Foundation,
      Reviews,
      LoggingModule.with({ destination: { write: () => undefined } }),
      SecurityModule.with({ imports: [], authenticators: [TestAuthenticator] }),
      HealthModule.with({ checks: [], metricsPort: 0 }),
      HttpModule.with(),
    ],
  })
  class TestModule {}

  return TestModule;
}
