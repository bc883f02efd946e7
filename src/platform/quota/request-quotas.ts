import { Injectable } from '@nestjs/common';
import { Configuration } from '../config/index.js';
import { RequestMeter, type MeteredRequest, type Operation } from '../security/index.js';
import type { Quota } from './quota.js';
import { TooManyRequests } from './quota-errors.js';
import { SharedQuotas } from './shared-quotas.js';

type Named = Readonly<Record<'person' | 'anonymous' | Operation, Quota | null>>;

/**
 * How many requests people and strangers may make (SEC-21). Programs of partners are bounded where they
 * ask for tokens and deposit files; a limit that is not given counts nothing.
 */
@Injectable()
export class RequestQuotas extends RequestMeter {
  private readonly quotas: Named;

  constructor(
    private readonly shared: SharedQuotas,
    { limits }: Configuration,
  ) {
    super();
    const { perMinute, anonymousPerMinute, searchesPerMinute, exportsPerHour } = limits.requests;
    this.quotas = {
      person: quota('person', perMinute, 60, 'count-here'),
      anonymous: quota('anonymous', anonymousPerMinute, 60, 'count-here'),
      search: quota('search', searchesPerMinute, 60, 'count-here'),
      export: quota('export', exportsPerHour, 3_600, 'refuse'),
    };
  }

  /**
   * @throws TooManyRequests
   * @throws QuotaUnavailable
   */
  override async take({ actor, operation, address }: MeteredRequest): Promise<void> {
    if (!actor) return this.one(this.quotas.anonymous, address);
    if (actor.type !== 'person') return;
    await this.one(this.quotas.person, actor.id);
    if (operation !== undefined) await this.one(this.quotas[operation], actor.id);
  }

  private async one(counted: Quota | null, subject: string): Promise<void> {
    if (!counted) return;
    const seconds = await this.shared.take(counted, subject);
    if (seconds > 0) throw new TooManyRequests(seconds);
  }
}

function quota(
  name: string,
  most: number | null,
  seconds: number,
  whenLost: Quota['whenLost'],
): Quota | null {
  return most === null ? null : { name, most, seconds, whenLost };
}
