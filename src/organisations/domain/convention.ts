import type { LocalDate } from '../../kernel/index.js';
import { isActiveOn } from './organisation.js';
import type { Organisation } from './organisation.js';

/** What a convention binds a unit and a mission locale to (domain.md 9.1, source 003). */
export const DUTIES = [
  'session-presence',
  'medical-conclusion-release',
  'direct-applicant-invitation',
  'follow-up',
] as const;
export type Duty = (typeof DUTIES)[number];

/** The agreement under which a mission locale and a unit exchange data; without it nothing flows. */
export interface Convention {
  readonly missionLocaleId: string;
  readonly unitId: string;
  readonly validFrom: LocalDate;
  /** Last day of validity; `null` = no end set. */
  readonly validTo: LocalDate | null;
  readonly duties: readonly Duty[];
}

/** The convention in force between a pair on a day; the most recent when two overlap. */
export function conventionBetween(
  conventions: readonly Convention[],
  missionLocaleId: string,
  unitId: string,
  on: LocalDate,
): Convention | undefined {
  return conventions
    .filter(
      (convention) =>
        convention.missionLocaleId === missionLocaleId &&
        convention.unitId === unitId &&
        isActiveOn(convention, on),
    )
    .reduce<Convention | undefined>(
      (latest, one) => (latest && latest.validFrom >= one.validFrom ? latest : one),
      undefined,
    );
}

/** True when the convention binds its parties to this duty. */
export function hasDuty(convention: Convention, duty: Duty): boolean {
  return convention.duties.includes(duty);
}

/** Every pair of a mission locale and a unit, with all duties, from a day and without end. */
export function conventionsOfAll(
  missionsLocales: readonly Organisation[],
  units: readonly Organisation[],
  validFrom: LocalDate,
): readonly Convention[] {
  return missionsLocales.flatMap(({ id: missionLocaleId }) =>
    units.map(({ id: unitId }) => ({
      missionLocaleId,
      unitId,
      validFrom,
      validTo: null,
      duties: DUTIES,
    })),
  );
}
