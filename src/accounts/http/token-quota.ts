import { Injectable } from '@nestjs/common';
import { Clock, epochMillis } from '../../kernel/index.js';
import { RequestQuota } from './request-quota.js';

const MINUTE = 60_000;
const PER_CLIENT = 20;
/** For one address whatever client it names: comparing secrets is slow on purpose. */
const PER_ADDRESS = 240;

/** How often a token may be asked for: 20 times a minute per client and address. */
@Injectable()
export class TokenQuota {
  private readonly perClient = new RequestQuota(PER_CLIENT, MINUTE);
  private readonly perAddress = new RequestQuota(PER_ADDRESS, MINUTE);

  constructor(private readonly clock: Clock) {}

  /** @returns 0 when the request may go on, else the seconds to wait. */
  take(clientId: string, address: string): number {
    const now = epochMillis(this.clock.now());
    return this.perAddress.take(address, now) || this.perClient.take(`${address} ${clientId}`, now);
  }
}
