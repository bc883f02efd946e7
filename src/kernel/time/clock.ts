import type { Instant } from './instant.js';

/** What time it is. The only source of the present: rules and use cases never read the system clock. */
export abstract class Clock {
  abstract now(): Instant;
}
