import { Clock, toInstant, type Instant } from '../kernel/index.js';

/** The clock of the machine. */
export class SystemClock extends Clock {
  override now(): Instant {
    return toInstant(new Date());
  }
}
