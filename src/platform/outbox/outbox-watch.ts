import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { QueueSettings, QuietWarnings } from '../queue/index.js';
import { OutboxBell } from './outbox-bell.js';
import { OutboxRelay } from './outbox-relay.js';

const LOOK_EVERY_MS = 1_000;
const SWEEP_EVERY_MS = 15_000;

/** Keeps the relay going in a process that runs jobs: at each ring, and every second anyway. */
@Injectable()
export class OutboxWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly warnings = new QuietWarnings(new Logger('Outbox'));
  private running: Promise<void> | undefined;
  private isStopped = false;
  private isRung = false;
  private wake: (() => void) | undefined;
  private sweptAt = 0;

  constructor(
    private readonly settings: QueueSettings,
    private readonly relay: OutboxRelay,
    private readonly bell: OutboxBell,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.runsJobs) return;
    this.bell
      .answer(() => this.poke())
      .catch((error: unknown) => this.warnings.warn('outbox-bell', error));
    this.running = this.watch();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    this.wake?.();
    await this.running;
  }

  private poke(): void {
    this.isRung = true;
    this.wake?.();
  }

  private async watch(): Promise<void> {
    while (!this.isStopped) {
      const isMore = await this.look();
      if (!isMore && !this.isStopped) await this.rest();
    }
  }

  /** @returns true when another look is worth it at once. */
  private async look(): Promise<boolean> {
    this.isRung = false;
    try {
      const isMore = await this.relay.relayBatch();
      await this.sweepWhenDue();
      return isMore || this.isRung;
    } catch (error) {
      this.warnings.warn('outbox-relay', error);
      return false;
    }
  }

  private async sweepWhenDue(): Promise<void> {
    if (performance.now() - this.sweptAt < SWEEP_EVERY_MS) return;
    const isMore = await this.relay.sweepBatch();
    if (!isMore) this.sweptAt = performance.now();
  }

  private rest(): Promise<void> {
    // Rung since the last look: there is something to do already.
    if (this.isRung) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
