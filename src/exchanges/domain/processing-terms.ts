/**
 * On what terms files are processed: how long a lease lasts, what makes a file long, how often things
 * are tried. Durations in milliseconds; each can be set for a trial.
 */
export class ProcessingTerms {
  /** A worker that gives no sign for that long is taken for dead; also the life of a transaction it left. */
  lease = 30_000;
  /** A lease is renewed this often while work goes on. */
  renewal = 7_500;
  /** Looks for leases that ended, and for files nobody was told of. */
  sweep = 5_000;
  /** Processes that died over a file before it is set aside (exchange.md 6.7 #96). */
  crashes = 2;
  /** Tries that ended with an error of ours before it is set aside. */
  failures = 12;
  /** First wait after an error; twice as long each time. */
  retry = 2_000;
  /** Longest wait after an error. */
  longestRetry = 3_600_000;
  /** A file with more rows is long: it may not hold every place of a process. */
  longRows = 20_000;
  /** Places of a process that long files may hold. */
  longPlaces = 2;
}

/** Files that one process works on at the same time. */
export const PROCESSING_PLACES = 4;
