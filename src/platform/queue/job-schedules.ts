import { Injectable, Logger } from '@nestjs/common';
import type { JobSchedulerJson } from 'bullmq';
import { BullQueues, type BullQueue } from './bull-queues.js';
import { groupedBy } from './batches.js';
import { JobRegistry, type JobKind } from './job-registry.js';
import type { Repeat } from './job.js';
import { Rounds } from './rounds.js';

const CHECK_EVERY_MS = 60_000;
/** What PostgreSQL answers when two processes declare one schedule at once: it is there. */
const ALREADY_THERE = -10;

/**
 * Declares the repeated tasks to BullMQ, from one place (stack.md 2.6). Looks again every minute:
 * a Redis that lost its memory forgets schedules too.
 */
@Injectable()
export class JobSchedules {
  private readonly rounds = new Rounds(
    () => this.look(),
    () => CHECK_EVERY_MS,
    { logger: new Logger('Schedules'), event: 'schedule-declaration' },
  );
  private areOthersForgotten = false;

  constructor(
    private readonly queues: BullQueues,
    private readonly registry: JobRegistry,
  ) {}

  /** Declares the tasks, forgets those of former versions, and keeps an eye on them. */
  start(): void {
    this.rounds.start();
  }

  /** Does not wait for a look that goes on: without Redis it would take its time. */
  stop(): void {
    void this.rounds.stop();
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

  private async look(): Promise<void> {
    if (!this.areOthersForgotten) await this.forgetOthers();
    this.areOthersForgotten = true;
    await this.ensure();
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
