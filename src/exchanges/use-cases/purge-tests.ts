import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork, type Instant, systemActor } from '../../kernel/index.js';
import { testsForgottenBefore } from '../domain/test-keeping.js';

/** What tests left behind them. */
export abstract class TestLeftovers {
  /**
   * Deletes bytes, rows and anomalies of the tests done with before; those still to process stay.
   * @returns how many rows of the database went
   */
  abstract deleteBefore(instant: Instant): Promise<number>;
}

/** Forgets what test files left after seven days (exchange.md 7.k); the receipt stays. */
@Injectable()
export class PurgeTests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly leftovers: TestLeftovers,
    private readonly clock: Clock,
  ) {}

  /** @returns how many rows of the database went */
  execute(correlationId: string): Promise<number> {
    const actor = systemActor('exchange.purge-tests', null, correlationId);
    const before = testsForgottenBefore(this.clock.now());
    const work = (): Promise<number> => this.leftovers.deleteBefore(before);
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }
}
