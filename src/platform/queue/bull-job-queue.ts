import { Injectable } from '@nestjs/common';
import { groupedBy, slices } from './batches.js';
import type { JobData } from './job.js';
import { BullQueues, type BullQueue } from './bull-queues.js';
import { JobQueue, QueueUnavailable, type JobOptions, type NewJob } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { QueueBackend } from './queue-backend.js';

const BATCH = 500;
const LOOKUPS_AT_ONCE = 20;
/** BullMQ builds keys with `:` and takes a number for an id of its own (REL-02). */
const JOB_ID = /^(?=.*[A-Za-z])[\w.-]{1,200}$/;

/** Adds jobs to BullMQ. */
@Injectable()
export class BullJobQueue extends JobQueue {
  constructor(
    private readonly queues: BullQueues,
    private readonly registry: JobRegistry,
    private readonly backend: QueueBackend,
  ) {
    super();
  }

  override add(name: string, data: JobData, options: JobOptions): Promise<void> {
    return this.addMany([{ name, data, ...options }]);
  }

  override async addMany(jobs: readonly NewJob[]): Promise<void> {
    for (const [queue, batch] of this.batches(jobs)) {
      await this.reach(() => queue.addBulk(batch.map(bullJob)));
    }
  }

  override async addAgain(jobs: readonly NewJob[]): Promise<void> {
    for (const [queue, batch] of this.batches(jobs)) {
      await this.reach(() => forgetFailed(queue, batch));
    }
    await this.addMany(jobs);
  }

  private batches(jobs: readonly NewJob[]): [BullQueue, NewJob[]][] {
    const byQueue = groupedBy(jobs, (job) => this.queueOf(job));
    return [...byQueue].flatMap(([queue, all]) =>
      slices(all, BATCH).map((batch): [BullQueue, NewJob[]] => [this.queues.get(queue), batch]),
    );
  }

  private queueOf({ name, jobId }: NewJob): string {
    const kind = this.registry.find(name);
    if (!kind) throw new Error(`job "${name}" has no handler`);
    if (!JOB_ID.test(jobId)) throw new Error(`job id of "${name}" is not usable`);
    return kind.queue;
  }

  private async reach(call: () => Promise<unknown>): Promise<void> {
    if (!this.backend.isReachable()) throw new QueueUnavailable();
    try {
      await call();
    } catch (error) {
      if (isOutage(error)) throw new QueueUnavailable();
      throw error;
    }
  }
}

function bullJob({ name, data, jobId, delay, priority }: NewJob) {
  return { name, data, opts: { jobId, delay: delay ?? 0, priority: priority ?? 0 } };
}

async function forgetFailed(queue: BullQueue, jobs: readonly NewJob[]): Promise<void> {
  for (const some of slices(jobs, LOOKUPS_AT_ONCE)) {
    await Promise.all(some.map(({ jobId }) => forgetIfFailed(queue, jobId)));
  }
}

async function forgetIfFailed(queue: BullQueue, jobId: string): Promise<void> {
  if ((await queue.getJobState(jobId)) === 'failed') await queue.remove(jobId);
}

/** ioredis names its outages in the message; PostgreSQL and the system give codes. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string') return /^(E[A-Z]+|08\w{3}|57P\d\d)$/.test(code);
  return /Connection is closed|Stream isn't writeable|max retries per request|connection timeout|Connection terminated/i.test(
    error.message,
  );
}
