import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PurgePendingDeposits } from '../../exchanges/index.js';
import { EventLog } from '../../platform/logging/index.js';
import { JobHandler, type JobRunner } from '../../platform/queue/index.js';

/** Every five minutes, forgets the files that waited an hour for a deposit: the page promises it. */
@Injectable()
@JobHandler({
  queue: 'purge',
  name: 'purge.pending-deposits',
  concurrency: 1,
  repeat: { cron: '*/5 * * * *', timeZone: 'UTC' },
})
export class PurgePendingDepositsJob implements JobRunner {
  constructor(
    private readonly purge: PurgePendingDeposits,
    private readonly log: EventLog,
  ) {}

  async handle(): Promise<void> {
    const count = await this.purge.execute(randomUUID());
    if (count > 0) this.log.info('purge.done', { task: 'pending-deposits', count });
  }
}
