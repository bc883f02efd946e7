import { Injectable } from '@nestjs/common';

/** What happened to the jobs of one name in this process since it started. */
export interface JobCounts {
  readonly done: number;
  /** Tries that failed and will be tried again. */
  readonly failed: number;
  /** Jobs given up after their last try: somebody must look. */
  readonly dead: number;
}

const NONE: JobCounts = { done: 0, failed: 0, dead: 0 };

/** Counts jobs by name for the metrics page. */
@Injectable()
export class JobTally {
  private readonly counts = new Map<string, JobCounts>();

  add(name: string, outcome: keyof JobCounts): void {
    const before = this.of(name);
    this.counts.set(name, { ...before, [outcome]: before[outcome] + 1 });
  }

  of(name: string): JobCounts {
    return this.counts.get(name) ?? NONE;
  }

  snapshot(): ReadonlyMap<string, JobCounts> {
    return new Map(this.counts);
  }
}
