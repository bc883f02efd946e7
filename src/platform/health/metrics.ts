import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** One answered request, without anything that names a person or a case (OPS-15). */
export interface AnsweredRequest {
  readonly method: string;
  /** The route template, never the path. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/**
 * The figures of a process. Other parts add theirs to `registry`; labels are bounded lists, never ids
 * (OPS-15: less than 2,000 series).
 */
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Counter({
    name: 'http_requests_total',
    help: 'Answered requests by route template and status',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  });

  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer by route template',
    labelNames: ['method', 'route'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  observe({ method, route, status, ms }: AnsweredRequest): void {
    this.requests.inc({ method, route, status });
    this.durations.observe({ method, route }, ms / 1000);
  }

  /** Adds memory, garbage collection and event-loop lag of the process. */
  observeProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }
}
