import { Injectable } from '@nestjs/common';
import { SharedQuotas, type Quota } from '../../platform/quota/index.js';
import { TooManySignIns } from '../domain/errors.js';

/** A whole mission locale may stand behind one address when the day begins. */
const PER_ADDRESS: Quota = { name: 'sign-in', most: 60, seconds: 60, whenLost: 'refuse' };

/** How often sign-ins may be begun from one address: each writes a row (SEC-21). */
@Injectable()
export class SignInQuota {
  constructor(private readonly quotas: SharedQuotas) {}

  /**
   * @throws TooManySignIns
   * @throws QuotaUnavailable
   */
  async take(address: string): Promise<void> {
    const seconds = await this.quotas.take(PER_ADDRESS, address);
    if (seconds > 0) throw new TooManySignIns(seconds);
  }
}
