import { Injectable } from '@nestjs/common';
import { SharedQuotas, type Quota } from '../../platform/quota/index.js';

const PER_CLIENT: Quota = { name: 'token', most: 20, seconds: 60, whenLost: 'refuse' };
/** For one address whatever client it names: comparing secrets is slow on purpose. */
const PER_ADDRESS: Quota = { name: 'token-address', most: 240, seconds: 60, whenLost: 'refuse' };

/** How often a token may be asked for: 20 times a minute per client and address, in all processes. */
@Injectable()
export class TokenQuota {
  constructor(private readonly quotas: SharedQuotas) {}

  /**
   * @returns 0 when the request may go on, else the seconds to wait.
   * @throws QuotaUnavailable
   */
  async take(clientId: string, address: string): Promise<number> {
    const seconds = await this.quotas.take(PER_ADDRESS, address);
    return seconds > 0 ? seconds : this.quotas.take(PER_CLIENT, `${address} ${clientId}`);
  }
}
