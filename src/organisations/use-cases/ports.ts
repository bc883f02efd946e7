import type { LocalDate, OrganisationKind, TerritoryCode } from '../../kernel/index.js';

/** What a convention between a mission locale and a unit obliges to (domain.md 9, reading note). */
export const DUTIES = [
  'session-presence',
  'medical-conclusion-release',
  'direct-applicant-invitation',
  'follow-up',
] as const;
export type Duty = (typeof DUTIES)[number];

/** An organisation of the register, on the days it exists. */
export interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly scheme: 'SMA' | 'SMV' | null;
  readonly name: string;
  readonly usualName: string;
  readonly territory: TerritoryCode;
  readonly timeZone: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Who may exchange with whom, from when to when, with which duties. */
export interface Convention {
  readonly missionLocaleId: string;
  readonly unitId: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly duties: readonly Duty[];
}

/** The register of organisations: small, public, kept in memory and refreshed. */
export abstract class OrganisationDirectory {
  abstract byId(id: string): Promise<Organisation | undefined>;
  abstract byCode(code: string): Promise<Organisation | undefined>;
  abstract all(kind?: OrganisationKind): Promise<readonly Organisation[]>;
  abstract conventionBetween(
    missionLocaleId: string,
    unitId: string,
    on: LocalDate,
  ): Promise<Convention | undefined>;
  /** Conventions in force on a day, of one organisation or of all. */
  abstract conventionsOn(on: LocalDate, organisationId?: string): Promise<readonly Convention[]>;
}
