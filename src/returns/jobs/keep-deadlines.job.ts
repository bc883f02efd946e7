import { Injectable } from '@nestjs/common';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { EventLog } from '../../platform/logging/index.js';
import { JobHandler, type Job, type JobRunner } from '../../platform/queue/index.js';
import { CountSilences } from '../use-cases/count-silences.js';
import { HandOverReturns } from '../use-cases/hand-over-returns.js';
import { KeepDeadlines } from '../use-cases/keep-deadlines.js';
import { LapseTransfers } from '../use-cases/lapse-transfers.js';

/**
 * Every hour, since each territory has its own midnight. The hour decides nothing but when we look: a
 * round that never came is made up for by the next one (ADR 0030).
 */
@Injectable()
@JobHandler({
  queue: 'calendar',
  name: 'return.keep-deadlines',
  concurrency: 1,
  repeat: { cron: '15 * * * *', timeZone: 'UTC' },
})
export class KeepDeadlinesJob implements JobRunner {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly deadlines: KeepDeadlines,
    private readonly transfers: LapseTransfers,
    private readonly handOver: HandOverReturns,
    private readonly silences: CountSilences,
    private readonly log: EventLog,
  ) {}

  async handle(job: Job, signal: AbortSignal): Promise<void> {
    for (const unit of await this.organisations.all('unit')) {
      if (signal.aborted) return;
      await this.round('return.prepared', unit, () => this.deadlines.prepare(unit, job.id));
      await this.round('return.handed-over', unit, () => this.handOver.execute(unit, job.id));
    }
    for (const one of await this.organisations.all('mission-locale')) {
      if (signal.aborted) return;
      await this.round('return.climbed', one, () => this.deadlines.escalate(one, job.id));
      await this.round('return.transfer-lapsed', one, () => this.transfers.execute(one, job.id));
      await this.round('return.silent', one, () => this.silences.execute(one, job.id));
    }
  }

  /** What fails for one organisation is tried again within the hour, and keeps no other waiting. */
  private async round(
    event: string,
    { code: organisation }: Organisation,
    work: () => Promise<number>,
  ): Promise<void> {
    try {
      const count = await work();
      if (count > 0) this.log.info(event, { count, organisation });
    } catch (error) {
      this.log.error('return.deadlines-failed', error, { organisation });
    }
  }
}
