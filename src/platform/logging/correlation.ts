import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/**
 * Runs `work` with a correlation id: every log line and every actor made inside carries it, from the
 * request to the outbox, the job and the delivery (OPS-13).
 */
export function withCorrelation<T>(correlationId: string, work: () => T): T {
  return storage.run(correlationId, work);
}

/** The correlation id of the request or job being served; nothing outside of one. */
export function currentCorrelationId(): string | undefined {
  return storage.getStore();
}
