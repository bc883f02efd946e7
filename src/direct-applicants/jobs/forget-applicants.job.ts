import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '../../organisations/index.js';
import { EventLog } from '../../platform/logging/index.js';
import { JobHandler, type Job, type JobRunner } from '../../platform/queue/index.js';
import { ForgetApplicants } from '../use-cases/forget-applicants.js';

/** Every night, beside the other purges: each unit's day has changed by then, or does before the next. */
@Injectable()
@JobHandler({
  queue: 'purge',
  name: 'direct-applicant.forget',
  concurrency: 1,
  repeat: { cron: '40 3 * * *', timeZone: 'UTC' },
})
export class ForgetApplicantsJob implements JobRunner {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly forget: ForgetApplicants,
    private readonly log: EventLog,
  ) {}

  async handle(job: Job, signal: AbortSignal): Promise<void> {
    for (const unit of await this.organisations.all('unit')) {
      if (signal.aborted) return;
      const count = await this.forget.execute(unit, job.id);
      if (count > 0)
        this.log.info('direct-applicant.forgotten', { count, organisation: unit.code });
    }
  }
}
