import { Injectable } from '@nestjs/common';
import { ServiceFollowers } from './ports.js';

/** Where no feature above follows services, nothing follows from them. */
@Injectable()
export class NoFollowers extends ServiceFollowers {
  override follow(): Promise<void> {
    return Promise.resolve();
  }
}
