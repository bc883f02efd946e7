import type { SystemAccount } from './system-account.js';

/** What a launcher asks of its guard, given as JSON on the command line: it holds no secret. */
export interface GuardRequest {
  readonly home: string;
  /** Whom PostgreSQL runs as, when not as ourselves. */
  readonly account?: SystemAccount;
  /** Absent when the server already runs: the guard then only sees to its end. */
  readonly start?: {
    readonly program: string;
    readonly args: readonly string[];
    readonly logFile: string;
    /** Process number in a `postmaster.pid` left behind, which PostgreSQL must not believe. */
    readonly stalePid?: number;
  };
}

/** First and only line a guard writes: the server accepts connections, or it did not start. */
export type GuardAnswer = 'ready' | 'failed';
