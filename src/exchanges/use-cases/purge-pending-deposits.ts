import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork, systemActor } from '../../kernel/index.js';
import { PendingDeposits } from './pending-ports.js';

/** Takes away the files that waited for a deposit which did not come. */
@Injectable()
export class PurgePendingDeposits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pending: PendingDeposits,
    private readonly clock: Clock,
  ) {}

  /** @returns how many files went */
  execute(correlationId: string): Promise<number> {
    const actor = systemActor('exchange.purge-pending', null, correlationId);
    const work = (): Promise<number> => this.pending.deleteExpired(this.clock.now());
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }
}
