import type { Logger } from '@nestjs/common';
import { QuietWarnings } from './quiet-warnings.js';

/** Where the trouble of a round is told, and under which name. */
interface Told {
  readonly logger: Logger;
  readonly event: string;
}

/** Does something at once, then again and again, one round at a time, until told to stop. */
export class Rounds {
  private readonly warnings: QuietWarnings;
  private running: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly everyMs: () => number,
    private readonly told: Told,
  ) {
    this.warnings = new QuietWarnings(told.logger);
  }

  start(): void {
    this.running = this.round();
  }

  /** The round that goes on comes to its end. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.warnings.warn(this.told.event, error);
    }
    if (this.isStopped) return;
    this.timer = setTimeout(() => this.start(), this.everyMs());
    this.timer.unref();
  }
}
