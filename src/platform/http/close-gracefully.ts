import type { INestApplicationContext } from '@nestjs/common';
import { Readiness } from '../health/index.js';
import { EventLog } from '../logging/index.js';

/** Longest time to finish what is being served, in milliseconds (OPS-10: 25 s). */
const DEADLINE_MS = 25_000;

export interface ClosingOptions {
  /** Time left to the balancer to see that the process is no longer ready, in milliseconds. */
  readonly delayMs: number;
  readonly deadlineMs?: number;
}

/**
 * Stops a process without losing an answer: first not ready, then, after the delay, no new connection
 * while the requests in hand are answered. Says `late` when the deadline came first.
 */
export async function closeGracefully(
  app: INestApplicationContext,
  { delayMs, deadlineMs = DEADLINE_MS }: ClosingOptions,
): Promise<'closed' | 'late'> {
  app.get(Readiness).withdraw();
  await pause(delayMs).elapsed;
  const deadline = pause(deadlineMs);
  const closed = app.close().then(() => 'closed' as const);
  const late = deadline.elapsed.then(() => 'late' as const);
  return Promise.race([closed, late]).finally(deadline.cancel);
}

/**
 * Closes the process on SIGTERM or SIGINT, then leaves: exit code 0 when everything was closed in
 * time, 1 otherwise.
 */
export function closeOnSignals(app: INestApplicationContext, options: ClosingOptions): void {
  const log = app.get(EventLog);
  let isClosing = false;
  const close = async (signal: string) => {
    if (isClosing) return;
    isClosing = true;
    log.info('process.closing', { signal });
    const outcome = await closeGracefully(app, options).catch((error: unknown) => {
      log.error('process.closing', error, { signal });
      return 'late' as const;
    });
    process.exit(outcome === 'closed' ? 0 : 1);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void close(signal));
}

function pause(ms: number): { elapsed: Promise<void>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return { elapsed, cancel: () => clearTimeout(timer) };
}
