import { Injectable, Logger } from '@nestjs/common';
import type { JobSchedulerJson } from 'bullmq';
import { BullQueues, type BullQueue } from './bull-queues.js';
import { groupedBy } from './batches.js';
import { JobRegistry, type JobKind } from './job-registry.js';
import type { Repeat } from './job.js';
import { QuietWarnings } from './quiet-warnings.js';

const CHECK_EVERY_MS = 60_000;
/** What PostgreSQL answers when two processes declare one schedule at once: it is there. */
const ALREADY_THERE = -10;

/**
 * Declares the repeated tasks to BullMQ, from one place (stack.md 2.6). Looks again every minute:
 * a Redis that lost its memory forgets schedules too.
 */
@Injectable()
export class JobSchedules {
  private readonly warnings = new QuietWarnings(new Logger('Schedules'));
  private timer: NodeJS.Timeout | undefined;
  private isBusy = false;

  constructor(
    private readonly queues: BullQueues,
    private readonly registry: JobRegistry,
  ) {}

  /** Declares the tasks, forgets those of former versions, and keeps an eye on them. */
  start(): void {
    void this.look(() => this.forgetOthers().then(() => this.ensure()));
    this.timer = setInterval(() => void this.look(() => this.ensure()), CHECK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Declares what is missing or has changed; what is as it should be is left alone. */
  async ensure(): Promise<void> {
    for (const { queue, name, repeat } of this.registry.all()) {
      if (repeat) await declare(this.queues.get(queue), name, repeat);
    }
  }

  private async forgetOthers(): Promise<void> {
    for (const [queue, kinds] of groupedBy(this.registry.all(), (kind) => kind.queue)) {
      const wanted = new Set(kinds.filter(isRepeated).map(({ name }) => name));
      const known = await this.queues.get(queue).getJobSchedulers(0, -1);
      const gone = known.filter(({ key }) => !wanted.has(key));
      for (const { key } of gone) await this.queues.get(queue).removeJobScheduler(key);
    }
  }

  /** One look at a time: without Redis the first one waits, and others would pile up behind it. */
  private async look(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await work();
    } catch (error) {
      this.warnings.warn('schedule-declaration', error);
    } finally {
      this.isBusy = false;
    }
  }
}

function isRepeated(kind: JobKind): boolean {
  return kind.repeat !== undefined;
}

async function declare(queue: BullQueue, name: string, repeat: Repeat): Promise<void> {
  const known = await queue.getJobScheduler(name);
  if (known && isSame(known, repeat)) return;
  const options =
    'cron' in repeat ? { pattern: repeat.cron, tz: repeat.timeZone } : { every: repeat.everyMs };
  try {
    await queue.upsertJobScheduler(name, options, { name, data: {} });
  } catch (error) {
    if (!(error instanceof Error) || Reflect.get(error, 'code') !== ALREADY_THERE) throw error;
  }
}

function isSame(known: JobSchedulerJson, repeat: Repeat): boolean {
  return 'cron' in repeat
    ? known.pattern === repeat.cron && known.tz === repeat.timeZone
    : Number(known.every) === repeat.everyMs;
}
