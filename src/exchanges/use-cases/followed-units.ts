import type { LocalDate } from '../../kernel/index.js';
import {
  isActiveOn,
  isInRegionOf,
  type Convention,
  type Organisation,
} from '../../organisations/index.js';

/**
 * Whether an organisation follows the files of a unit (ADR 0052): the unit itself, a mission locale under a
 * convention with it, the command of its scheme, a body without a scheme, in its region if it has one.
 *
 * @param conventions those in force on that day
 */
export function isFollowedBy(
  reader: Organisation,
  unit: Organisation,
  on: LocalDate,
  conventions: readonly Convention[],
): boolean {
  if (unit.kind !== 'unit' || !isActiveOn(unit, on)) return false;
  switch (reader.kind) {
    case 'unit':
      return reader.id === unit.id;
    case 'national':
      return (
        (reader.scheme === null || reader.scheme === unit.scheme) && isInRegionOf(reader, unit)
      );
    case 'mission-locale':
      return conventions.some(
        ({ missionLocaleId, unitId }) => missionLocaleId === reader.id && unitId === unit.id,
      );
  }
}
