/** Content of a job: ids and the minimum. A job reads the record again when it runs. */
export type JobData = Readonly<Record<string, string | number | null>>;

/** A job that is being run. */
export interface Job<Data extends JobData = JobData> {
  readonly id: string;
  readonly data: Data;
  /** 1 on the first try. A try cut by the death of the worker does not count. */
  readonly attempt: number;
}

/**
 * A class that runs jobs, marked with `@JobHandler`. It may be called twice for one job, by two
 * processes even: its effect must be the same once or twice (stack.md 2.6).
 */
export interface JobRunner<Data extends JobData = JobData> {
  /** @param signal aborted when the process must stop soon: leave at the next safe point. */
  handle(job: Job<Data>, signal: AbortSignal): Promise<void>;
}

/** When a job comes back by itself. */
export type Repeat =
  { readonly cron: string; readonly timeZone: string } | { readonly everyMs: number };

/** A failure that another try cannot mend: the job goes to the failed ones at once. */
export class PermanentJobFailure extends Error {
  override readonly name = 'PermanentJobFailure';

  /** @param code a short stable code, without personal data. */
  constructor(readonly code: string) {
    super(code);
  }
}
