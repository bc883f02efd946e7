import { Injectable } from '@nestjs/common';
import { addMillis, Clock, systemActor, UnitOfWork } from '../../kernel/index.js';
import { DAYS_KEPT } from '../domain/preparation.js';
import { Preparations } from './ports.js';

const DAY = 86_400_000;

/** Forgets the drafts nobody came back to: what was typed and never sent is nobody’s file. */
@Injectable()
export class PurgePreparations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preparations: Preparations,
    private readonly clock: Clock,
  ) {}

  /** @returns how many went, of all missions locales */
  execute(correlationId: string): Promise<number> {
    const since = addMillis(this.clock.now(), -DAYS_KEPT * DAY);
    return this.unitOfWork.run(
      systemActor('referral-preparation.purge', null, correlationId),
      () => this.preparations.removeUntouched(since),
      { lens: 'technical' },
    );
  }
}
