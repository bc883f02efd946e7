import type { LocalDate } from '../../kernel/index.js';
import type { Dated } from './organisation.js';

/** Where something dated stands on a day. */
export type Standing = 'to-come' | 'active' | 'closed';

/** Before its first day, in force, or after its last one. */
export function standingOn({ validFrom, validTo }: Dated, on: LocalDate): Standing {
  if (validTo !== null && validTo < on) return 'closed';
  return validFrom > on ? 'to-come' : 'active';
}

/** What is in force within another thing too: a convention of a body that closes ends with it. */
export function within<T extends Dated>(inner: T, outer: Dated): T {
  const validFrom = inner.validFrom > outer.validFrom ? inner.validFrom : outer.validFrom;
  return { ...inner, validFrom, validTo: earlier(inner.validTo, outer.validTo) };
}

function earlier(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
