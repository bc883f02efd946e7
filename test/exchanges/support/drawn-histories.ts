import type { Parameters } from 'fast-check';

/** A test that draws histories takes as long as it takes. */
export const NO_LIMIT = 2 ** 31 - 1;

/**
 * How histories are drawn and played on a real database: two, each of which is two worlds; more with
 * `CONVERGENCE_RUNS=100`, the same again with `CONVERGENCE_SEED`.
 */
export const DRAWN_HISTORIES: Parameters<unknown> = {
  numRuns: Number(process.env['CONVERGENCE_RUNS'] ?? 2),
  // Looking for a smaller history sends so many files that the door asks to wait.
  endOnFailure: true,
  ...(process.env['CONVERGENCE_SEED'] ? { seed: Number(process.env['CONVERGENCE_SEED']) } : {}),
};
