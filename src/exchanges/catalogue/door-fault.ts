import type { FaultLevel } from './fault-level.js';

/** What the catalogue says of one fault of a whole file; `{name}` stands for a detail of the case. */
export interface DoorFaultEntry {
  /** Id of the rule in the published catalogue. */
  readonly rule: string;
  readonly level: FaultLevel;
  /** French: what is wrong. */
  readonly message: string;
  /** French: what to do. */
  readonly correction: string;
}

/** A fault of a whole file, found at the door or by a gate (exchange.md 6.1 to 6.4). */
export interface DoorFault {
  /** Code of exchange.md 6. */
  readonly code: string;
  readonly level: FaultLevel;
  readonly rule: string;
  /** Finer reason, when the code alone does not say enough. */
  readonly precision?: string;
  /** JSON pointer in the manifest. */
  readonly pointer?: string;
  /** Physical line in the file, header = 1. */
  readonly line?: number;
  readonly message: string;
  readonly correction: string;
}

/** Where a fault stands. */
export interface DoorFaultPlace {
  readonly pointer?: string | undefined;
  readonly line?: number | undefined;
}
