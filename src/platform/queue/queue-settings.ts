/** What an application says about its queues; every duration is in milliseconds. */
export interface QueueSettingsInput {
  /** URL of the runtime role, never of the owner. */
  readonly databaseUrl: string;
  /** When given, the jobs live in Redis; otherwise in PostgreSQL. */
  readonly redisUrl?: string | undefined;
  /** Separates services that share one Redis. Without it, the identity of the database is used. */
  readonly prefix?: string | undefined;
  /** True in a process that runs jobs, false in one that only adds them. */
  readonly runsJobs: boolean;
  readonly lockMs?: number;
  readonly stalledEveryMs?: number;
  readonly maxStalledCount?: number;
  readonly attempts?: number;
  readonly backoffMs?: number;
  readonly closeWithinMs?: number;
}

/**
 * Settings of the queues, and their token. The defaults are those of trust.md REL-04, REL-08 and
 * OPS-10: lock 60 s, a job survives 20 killed workers, 8 attempts with growing waits, 25 s to close.
 */
export class QueueSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly prefix: string | undefined;
  readonly runsJobs: boolean;
  readonly lockMs: number;
  readonly stalledEveryMs: number;
  readonly maxStalledCount: number;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly closeWithinMs: number;

  constructor(input: QueueSettingsInput) {
    this.databaseUrl = input.databaseUrl;
    this.redisUrl = input.redisUrl === '' ? undefined : input.redisUrl;
    this.prefix = input.prefix === '' ? undefined : input.prefix;
    this.runsJobs = input.runsJobs;
    this.lockMs = input.lockMs ?? 60_000;
    this.stalledEveryMs = input.stalledEveryMs ?? 30_000;
    this.maxStalledCount = input.maxStalledCount ?? 20;
    this.attempts = input.attempts ?? 8;
    this.backoffMs = input.backoffMs ?? 1_000;
    this.closeWithinMs = input.closeWithinMs ?? 25_000;
  }
}
