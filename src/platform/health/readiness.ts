import type { EventLog } from '../logging/index.js';
import type { ReadinessCheck, ReadinessLevel } from './readiness-check.js';

/** A check that does not answer within this time reads as down (OPS-11: known within 5 s). */
const PATIENCE_MS = 2000;

const SEVERITY = { up: 0, degraded: 1, down: 2 } as const satisfies Record<ReadinessLevel, number>;

/** Whether the process should receive requests now. */
export class Readiness {
  private isWithdrawn = false;

  constructor(
    private readonly checks: readonly ReadinessCheck[],
    private readonly log: EventLog,
    private readonly patienceMs: number = PATIENCE_MS,
  ) {}

  /** Says no from now on: the process is about to stop and must get no new request (OPS-10). */
  withdraw(): void {
    this.isWithdrawn = true;
  }

  /** True while the process stops. */
  get isStopping(): boolean {
    return this.isWithdrawn;
  }

  /** The worst of all checks. */
  async level(): Promise<ReadinessLevel> {
    if (this.isWithdrawn) return 'down';
    const levels = await Promise.all(this.checks.map((check) => this.levelOf(check)));
    return levels.reduce<ReadinessLevel>(
      (worst, level) => (SEVERITY[level] > SEVERITY[worst] ? level : worst),
      'up',
    );
  }

  private async levelOf(check: ReadinessCheck): Promise<ReadinessLevel> {
    try {
      const level = await withPatience(check.check(), this.patienceMs);
      if (level !== 'up') this.log.warn('health.check', { check: check.name, state: level });
      return level;
    } catch (error) {
      this.log.error('health.check', error, { check: check.name, state: 'down' });
      return 'down';
    }
  }
}

async function withPatience(
  level: Promise<ReadinessLevel>,
  patienceMs: number,
): Promise<ReadinessLevel> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ReadinessLevel>((resolve) => {
    timer = setTimeout(() => resolve('down'), patienceMs);
  });
  return Promise.race([level, late]).finally(() => clearTimeout(timer));
}
