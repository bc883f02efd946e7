import type { BackendFactory, IQueueBackend } from 'bullmq';

/** Where BullMQ keeps its jobs: connections already chosen, hence no connection type. */
export type BackendSource = BackendFactory<IQueueBackend, unknown>;

/** What the workers of this process will need at once. */
export interface WorkerLoad {
  readonly workers: number;
  readonly concurrency: number;
}

/** The place jobs are kept, and its token. One for the whole process. */
export abstract class QueueBackend {
  abstract readonly kind: 'postgresql' | 'redis';
  /** Put before the keys of a shared Redis; PostgreSQL has a database of its own. */
  abstract readonly prefix: string;
  /** For those who add jobs: fails at once when the place cannot be reached (REL-06). */
  abstract readonly producers: BackendSource;
  /** For those who run jobs: waits for the place to come back. Called once. */
  abstract openForWorkers(load: WorkerLoad): BackendSource;
  /** False when adding a job would certainly fail. */
  abstract isReachable(): boolean;
  /** Closes every connection, within a few seconds even when the other side does not answer. */
  abstract close(): Promise<void>;
}
