import { Injectable } from '@nestjs/common';
import { OrganisationDirectory } from '../../organisations/index.js';
import { EventLog } from '../../platform/logging/index.js';
import { JobHandler, type Job, type JobRunner } from '../../platform/queue/index.js';
import { TakeExitsIntoEffect } from '../use-cases/take-exits-into-effect.js';

/** Every hour: the day of an announced exit comes at another hour in each unit. */
@Injectable()
@JobHandler({
  queue: 'calendar',
  name: 'volunteer.take-exits-into-effect',
  concurrency: 1,
  repeat: { cron: '5 * * * *', timeZone: 'UTC' },
})
export class TakeExitsIntoEffectJob implements JobRunner {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly takeEffect: TakeExitsIntoEffect,
    private readonly log: EventLog,
  ) {}

  async handle(job: Job, signal: AbortSignal): Promise<void> {
    for (const unit of await this.organisations.all('unit')) {
      if (signal.aborted) return;
      const count = await this.takeEffect.execute(unit, job.id);
      if (count > 0)
        this.log.info('volunteer.exits-took-effect', { count, organisation: unit.code });
    }
  }
}
