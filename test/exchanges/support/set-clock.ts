import { Clock, parseInstant, type Instant } from '../../../src/kernel/index.js';

/** A clock the test sets. */
export class SetClock extends Clock {
  private present: Instant;

  constructor(text: string) {
    super();
    this.present = at(text);
  }

  override now(): Instant {
    return this.present;
  }

  /** From now on it stands there. */
  moveTo(text: string): void {
    this.present = at(text);
  }
}

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`not an instant: ${text}`);
  return instant;
}
