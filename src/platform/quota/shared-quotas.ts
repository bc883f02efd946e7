import { Injectable } from '@nestjs/common';
import { Clock, epochMillis } from '../../kernel/index.js';
import { EventLog } from '../logging/index.js';
import { LocalQuota } from './local-quota.js';
import { permitsAtOnce, type Quota } from './quota.js';
import { QuotaUnavailable } from './quota-errors.js';
import { QuotaStore, type Taken } from './quota-store.js';

/** Permits that this process took and did not use yet. */
interface Lease {
  left: number;
  readonly until: number;
}

/** Permits are used soon or lost: a sixth of the time of their quota. */
const PART_OF_THE_TIME = 6;

/**
 * Quotas that all processes share (SEC-21). PostgreSQL holds the count; of a quota of many a process
 * takes some permits at once, so that most requests ask it nothing.
 */
@Injectable()
export class SharedQuotas {
  private readonly leases = new Map<string, Lease>();
  private readonly asking = new Map<string, Promise<unknown>>();
  private readonly local = new Map<string, LocalQuota>();

  constructor(
    private readonly store: QuotaStore,
    private readonly clock: Clock,
    private readonly log: EventLog,
  ) {}

  /**
   * Takes one request of the quota of a subject.
   *
   * @returns 0 when it may go on, else the whole seconds to wait
   * @throws QuotaUnavailable when the count is out of reach and the quota does not go on without it
   */
  async take(quota: Quota, subject: string): Promise<number> {
    const key = `${quota.name} ${subject}`;
    // Requests that come together wait for the first: each would take permits for all.
    for (let asked = this.asking.get(key); asked !== undefined; asked = this.asking.get(key)) {
      await asked;
    }
    if (this.useLease(key)) return 0;
    const answer = this.ask(quota, subject, key).finally(() => this.asking.delete(key));
    this.asking.set(
      key,
      answer.catch(() => undefined),
    );
    return answer;
  }

  private useLease(key: string): boolean {
    const lease = this.leases.get(key);
    if (!lease || lease.left === 0 || epochMillis(this.clock.now()) >= lease.until) return false;
    lease.left -= 1;
    return true;
  }

  private async ask(quota: Quota, subject: string, key: string): Promise<number> {
    const now = this.clock.now();
    let taken: Taken;
    try {
      taken = await this.store.take(quota, subject, now, permitsAtOnce(quota));
    } catch (error) {
      this.log.error('quota.lost', error, {});
      if (quota.whenLost === 'refuse') throw new QuotaUnavailable();
      return this.localOf(quota).take(key, epochMillis(now));
    }
    const until = epochMillis(now) + (quota.seconds * 1_000) / PART_OF_THE_TIME;
    this.keep(key, { left: Math.max(0, taken.granted - 1), until });
    return taken.granted > 0 ? 0 : Math.max(1, taken.wait);
  }

  private keep(key: string, lease: Lease): void {
    const now = epochMillis(this.clock.now());
    this.leases.delete(key);
    // In the order in which they were taken: the old ones are at the head.
    for (const [known, { until }] of this.leases) {
      if (until > now) break;
      this.leases.delete(known);
    }
    if (lease.left > 0) this.leases.set(key, lease);
  }

  private localOf({ name, most, seconds }: Quota): LocalQuota {
    const known = this.local.get(name) ?? new LocalQuota(most, seconds * 1_000);
    this.local.set(name, known);
    return known;
  }
}
