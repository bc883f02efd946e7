import { Injectable } from '@nestjs/common';
import { groupedBy } from './batches.js';
import type { JobHandlerOptions } from './job-handler.js';
import type { JobRunner } from './job.js';

/** A kind of job: how it is queued and who runs it. */
export interface JobKind extends JobHandlerOptions {
  readonly runner: JobRunner;
}

/** A queue, as its handlers describe it. */
export interface QueuePlan {
  readonly queue: string;
  readonly concurrency: number;
}

const DEFAULT_CONCURRENCY = 4;
const QUEUE_NAME = /^[a-z][a-z0-9-]*$/;

/** All kinds of jobs of the application. Filled while modules start, checked once after. */
@Injectable()
export class JobRegistry {
  private readonly kinds = new Map<string, JobKind>();
  private readonly announced = new Set<string>();

  /** @throws Error when the name already has a handler or the queue's name is not usable. */
  register(kind: JobKind): void {
    if (!QUEUE_NAME.test(kind.queue)) throw new Error(`queue name "${kind.queue}" is not usable`);
    if (this.kinds.has(kind.name)) throw new Error(`job "${kind.name}" has two handlers`);
    this.kinds.set(kind.name, kind);
  }

  /** Notes that some class adds jobs of this name. */
  announce(name: string): void {
    this.announced.add(name);
  }

  /**
   * Refuses an application whose jobs could not run.
   *
   * @throws Error listing the names without handler and the queues that state two concurrencies.
   */
  check(): void {
    const faults = [
      ...[...this.announced]
        .filter((name) => !this.kinds.has(name))
        .map((name) => `job "${name}" has no handler`),
      ...this.queues()
        .filter(({ stated }) => stated.length > 1)
        .map(
          ({ queue, stated }) => `queue "${queue}" states concurrencies ${stated.join(' and ')}`,
        ),
    ];
    if (faults.length > 0) throw new Error(faults.join('; '));
  }

  find(name: string): JobKind | undefined {
    return this.kinds.get(name);
  }

  all(): readonly JobKind[] {
    return [...this.kinds.values()];
  }

  /** The queues of the application, each once. */
  plans(): readonly QueuePlan[] {
    return this.queues().map(({ queue, stated }) => ({
      queue,
      concurrency: stated[0] ?? DEFAULT_CONCURRENCY,
    }));
  }

  private queues(): { queue: string; stated: number[] }[] {
    const byQueue = groupedBy(this.kinds.values(), ({ queue }) => queue);
    return [...byQueue].map(([queue, kinds]) => ({
      queue,
      stated: [...new Set(kinds.flatMap(({ concurrency }) => concurrency ?? []))],
    }));
  }
}
