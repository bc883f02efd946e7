import { Injectable, Logger } from '@nestjs/common';
import { Worker, type IQueueBackend, type JobProgress } from 'bullmq';
import { within } from './deadline.js';
import { JobProcessor, type OneJob } from './job-processor.js';
import type { QueuePlan } from './job-registry.js';
import type { JobData } from './job.js';
import { QueueBackend, type BackendSource } from './queue-backend.js';
import { QueueSettings } from './queue-settings.js';
import { QuietWarnings } from './quiet-warnings.js';

/** A BullMQ worker that can be let down. */
class BullWorker extends Worker<JobData, void, string, IQueueBackend, JobProgress, unknown> {
  /** Lets go of the running jobs and of the connections: their locks end, others take the jobs. */
  async abandon(): Promise<void> {
    await this.pause(true);
    await this.lockManager.close();
    await this.disconnect();
  }
}

/** Part of the closing time left to jobs once they have been asked to leave. */
const LEAVE_SHARE = 0.2;
/** Without a running job a worker closes at once, unless the other side does not answer. */
const IDLE_CLOSE_MS = 2_000;

/** The BullMQ workers of this process: one per queue. */
@Injectable()
export class QueueWorkers {
  private readonly logger = new Logger('Queue');
  private readonly warnings = new QuietWarnings(this.logger);
  private workers: BullWorker[] = [];
  private running = 0;
  private whenIdle: (() => void) | undefined;

  constructor(
    private readonly backend: QueueBackend,
    private readonly settings: QueueSettings,
    private readonly processor: JobProcessor,
  ) {}

  /** Starts a worker for each queue. Does not wait for Redis to be there. */
  start(plans: readonly QueuePlan[]): void {
    if (plans.length === 0) return;
    const source = this.backend.openForWorkers({
      workers: plans.length,
      concurrency: plans.reduce((sum, { concurrency }) => sum + concurrency, 0),
    });
    this.workers = plans.map((plan) => this.open(plan, source));
  }

  /**
   * Takes no new job and lets the running ones end. BullMQ sets no limit to that (OPS-10): after
   * most of `closeWithinMs` they are asked to leave by their signal, at the end they are left. A
   * job left behind is run again by another process once its lock is over.
   */
  async close(): Promise<void> {
    const { workers } = this;
    this.workers = [];
    const closing = Promise.all(workers.map((worker) => worker.close()));
    const leaveMs = this.settings.closeWithinMs * LEAVE_SHARE;
    if (await this.endWithin(this.settings.closeWithinMs - leaveMs, closing)) return;
    if (this.running > 0) {
      for (const worker of workers) worker.cancelAllJobs('shutdown');
      if (await within(leaveMs, closing)) return;
    }
    this.logger.error({ event: 'workers-left-behind', count: this.running });
    await within(IDLE_CLOSE_MS, Promise.allSettled(workers.map((worker) => worker.abandon())));
  }

  /** @returns false when time is over, or when workers without a job do not close. */
  private async endWithin(ms: number, closing: Promise<unknown>): Promise<boolean> {
    const end = performance.now() + ms;
    const left = (): number => end - performance.now();
    do {
      await within(left(), Promise.race([closing, this.idle()]));
      if (await within(Math.min(left(), IDLE_CLOSE_MS), closing)) return true;
    } while (this.running > 0 && left() > 0);
    return false;
  }

  /** Resolves when no job is running. */
  private idle(): Promise<void> {
    if (this.running === 0) return Promise.resolve();
    return new Promise((resolve) => (this.whenIdle = resolve));
  }

  private async runOne(job: OneJob, signal: AbortSignal): Promise<void> {
    this.running += 1;
    try {
      await this.processor.run(job, signal);
    } finally {
      this.running -= 1;
      if (this.running === 0) this.whenIdle?.();
    }
  }

  private open({ queue, concurrency }: QueuePlan, source: BackendSource): BullWorker {
    const { lockMs, stalledEveryMs, maxStalledCount } = this.settings;
    const worker = new BullWorker(
      queue,
      (job, _token, signal) => this.runOne(job, signal ?? new AbortController().signal),
      {
        // The source has its connection already, but BullMQ asks to see one.
        connection: {},
        prefix: this.backend.prefix,
        concurrency,
        lockDuration: lockMs,
        stalledInterval: stalledEveryMs,
        maxStalledCount,
      },
      source,
    );
    // Without a listener an error of the connection would end the process.
    worker.on('error', (error) => this.warnings.warn('worker-connection', error));
    worker.on('stalled', (jobId) =>
      this.logger.warn({ event: 'job-taken-from-dead-worker', queue, jobId }),
    );
    return worker;
  }
}
