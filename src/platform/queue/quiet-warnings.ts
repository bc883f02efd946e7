import type { Logger } from '@nestjs/common';
import { failureLabel } from './job-failure.js';

const EVERY_MS = 60_000;

/** Says the same trouble once a minute: a Redis that is away would fill the log. */
export class QuietWarnings {
  private readonly saidAt = new Map<string, number>();

  constructor(private readonly logger: Logger) {}

  warn(event: string, error: unknown): void {
    const errorClass = failureLabel(error);
    const key = `${event} ${errorClass}`;
    const now = performance.now();
    const before = this.saidAt.get(key);
    if (before !== undefined && now - before < EVERY_MS) return;
    this.saidAt.set(key, now);
    this.logger.warn({ event, errorClass });
  }
}
