import type { Instant, Month } from '../../kernel/index.js';

/** A CEJ contract that a unit may have to be told of. */
export interface ToldContract {
  readonly id: string;
  readonly edition: number;
  /** Null when the unit was never told of it. */
  readonly told: {
    readonly month: Month;
    /** Of the contract when it was told; none of its editions when the unit is to be told again. */
    readonly edition: number;
    /** What was said that moves with time or with the service; null when that is not known any more. */
    readonly said: string | null;
  } | null;
}

/**
 * Contracts next to what a unit was told of them. Whether there is something to tell follows from the
 * service and from the month too, so all that may matter is given. Only inside a unit of work of the unit.
 */
export abstract class ToldContracts {
  abstract to(unitId: string, settledSince: Instant): Promise<ToldContract[]>;
}
