import { Injectable } from '@nestjs/common';
import { Clock, epochMillis } from '../../kernel/index.js';
import { TooManySignIns } from '../domain/errors.js';
import { RequestQuota } from '../http/request-quota.js';

const MINUTE = 60_000;
/** A whole mission locale may stand behind one address when the day begins. */
const PER_ADDRESS = 60;

/** How often sign-ins may be begun from one address: each writes a row (SEC-21). */
@Injectable()
export class SignInQuota {
  private readonly perAddress = new RequestQuota(PER_ADDRESS, MINUTE);

  constructor(private readonly clock: Clock) {}

  /** @throws TooManySignIns */
  take(address: string): void {
    const seconds = this.perAddress.take(address, epochMillis(this.clock.now()));
    if (seconds > 0) throw new TooManySignIns(seconds);
  }
}
