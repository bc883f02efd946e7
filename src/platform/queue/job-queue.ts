import { DomainError } from '../../kernel/index.js';
import type { JobData } from './job.js';

/** How and when a job is to be run. */
export interface JobOptions {
  /** The same id twice is one job, as long as the first is not done. */
  readonly jobId: string;
  /** Milliseconds to wait before the job may run. */
  readonly delay?: number;
  /** 1 goes before 2; a job without priority goes before all. */
  readonly priority?: number;
}

/** A job to be added. */
export interface NewJob extends JobOptions {
  readonly name: string;
  readonly data: JobData;
}

/**
 * Where jobs are added. Not part of the database transaction: what must happen if and only if the
 * data are kept goes through the outbox (REL-01).
 */
export abstract class JobQueue {
  /** @throws QueueUnavailable at once when the queue cannot be reached. */
  abstract add(name: string, data: JobData, options: JobOptions): Promise<void>;
  /** Adds many jobs in few round trips. A part of them may be added when it fails. */
  abstract addMany(jobs: readonly NewJob[]): Promise<void>;
  /** Like `addMany`, and a job that was given up under the same id is run again. */
  abstract addAgain(jobs: readonly NewJob[]): Promise<void>;
}

/** The queue cannot be reached for the moment. */
export class QueueUnavailable extends DomainError {
  override readonly code = 'queue-unavailable';
  override readonly kind = 'unavailable';

  constructor() {
    super('Le service de traitement différé est momentanément indisponible.');
  }
}
