import { Clock, type Instant } from '../kernel/index.js';

/** A clock that stands still: the history is written as of its moments, not of the machine's. */
export class FixedClock extends Clock {
  constructor(private readonly present: Instant) {
    super();
  }

  override now(): Instant {
    return this.present;
  }
}
