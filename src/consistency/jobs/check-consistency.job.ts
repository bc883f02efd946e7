import { Injectable } from '@nestjs/common';
import type { Organisation } from '../../organisations/index.js';
import { EventLog } from '../../platform/logging/index.js';
import { JobHandler, type Job, type JobRunner } from '../../platform/queue/index.js';
import { CheckConsistency } from '../use-cases/check-consistency.js';

/** Each night of the mainland; every organisation is looked at on its own day, by its own calendar. */
@Injectable()
@JobHandler({
  queue: 'calendar',
  name: 'consistency.check',
  concurrency: 1,
  repeat: { cron: '40 1 * * *', timeZone: 'UTC' },
})
export class CheckConsistencyJob implements JobRunner {
  constructor(
    private readonly check: CheckConsistency,
    private readonly log: EventLog,
  ) {}

  async handle(job: Job, signal: AbortSignal): Promise<void> {
    const failed = (error: unknown, { code: organisation }: Organisation) =>
      this.log.error('consistency.failed', error, { organisation });
    const run = await this.check.execute(job.id, failed, signal);
    const count = Object.values(run?.found ?? {}).reduce((sum, one) => sum + one, 0);
    this.log.info('consistency.checked', { count });
  }
}
