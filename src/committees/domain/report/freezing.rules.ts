import { EditionAlreadyFrozen, EditionBeforeNotFrozen, LaterEditionFrozen } from '../errors.js';
import type { DomainError } from '../../../kernel/index.js';

/** What decides whether the report of a year may be frozen. */
export interface FreezingFacts {
  readonly year: number;
  /** The years that have their edition. */
  readonly frozen: readonly number[];
  /** True when the year before may still be frozen and something was counted of it. */
  readonly owesYearBefore: boolean;
}

/**
 * Pure: why a year cannot be frozen; null when it can. An edition shows the year before beside its own, so
 * years are frozen in their order: otherwise the year before would be published a second time, by its own
 * edition and with other figures (ADR 0047).
 */
export function freezingRefusal({
  year,
  frozen,
  owesYearBefore,
}: FreezingFacts): DomainError | null {
  if (frozen.includes(year)) return new EditionAlreadyFrozen(year);
  if (frozen.includes(year + 1)) return new LaterEditionFrozen(year);
  if (owesYearBefore && !frozen.includes(year - 1)) return new EditionBeforeNotFrozen(year);
  return null;
}
