import { Injectable, Logger } from '@nestjs/common';
import { UnrecoverableError, type Job as BullJob } from 'bullmq';
import { failureLabel, keepableFailure } from './job-failure.js';
import { JobRegistry } from './job-registry.js';
import { JobTally } from './job-tally.js';
import type { JobData } from './job.js';

/** A job as BullMQ hands it over. */
export type OneJob = BullJob<JobData, void, string>;

/** Runs one job: finds its handler, counts and tells what happened, keeps no value of a record. */
@Injectable()
export class JobProcessor {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly registry: JobRegistry,
    private readonly tally: JobTally,
  ) {}

  /** @throws Error with a label only: the queue keeps it in clear text. */
  async run(job: OneJob, signal: AbortSignal): Promise<void> {
    const kind = this.registry.find(job.name);
    // A newer version of the application may add jobs this one does not know: it will run them.
    if (!kind) throw new Error(`no handler of job ${job.name} in this version`);
    const attempt = job.attemptsMade + 1;
    try {
      await kind.runner.handle({ id: job.id ?? '', data: job.data, attempt }, signal);
      this.tally.add(job.name, 'done');
    } catch (error) {
      const kept = keepableFailure(error);
      this.tell(job, attempt, kept, failureLabel(error));
      throw kept;
    }
  }

  private tell(job: OneJob, attempt: number, kept: Error, errorClass: string): void {
    const isDead = kept instanceof UnrecoverableError || attempt >= (job.opts.attempts ?? 1);
    const line = { job: job.name, jobId: job.id, attempt, errorClass };
    this.tally.add(job.name, isDead ? 'dead' : 'failed');
    if (isDead) this.logger.error({ event: 'job-given-up', ...line });
    else this.logger.warn({ event: 'job-will-be-tried-again', ...line });
  }
}
