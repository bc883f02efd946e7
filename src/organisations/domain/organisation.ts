import type {
  LocalDate,
  OrganisationKind,
  OrganisationScope,
  TerritoryCode,
} from '../../kernel/index.js';

/** Service militaire adapté (overseas) and volontaire (mainland): domain.md 1.1 and 1.3. */
export const SCHEMES = ['SMA', 'SMV'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A body that exchanges through the service, or steers it. Dated, never deleted. */
export interface Organisation {
  readonly id: string;
  /** i-milo structure code, unit code of the service, or code of a national body. */
  readonly code: string;
  readonly kind: OrganisationKind;
  /** Scheme a unit belongs to, or a national body commands. */
  readonly scheme: Scheme | null;
  /** Official name. */
  readonly name: string;
  /** Name people use. */
  readonly usualName: string;
  readonly territory: TerritoryCode;
  /** IANA name: civil days and deadlines of this organisation are read there. */
  readonly timeZone: string;
  /** Code of the department or collectivity of the seat; `null` for national bodies. */
  readonly department: string | null;
  readonly validFrom: LocalDate;
  /** Last day of validity; `null` = still in force. */
  readonly validTo: LocalDate | null;
}

/** An organisation as administrators keep it. */
export interface RegisteredOrganisation extends Organisation {
  /** 14 digits of its establishment: with it, a sign-in is checked (SEC-05). */
  readonly siret: string | null;
  /** Mailbox of a service, never of a person. */
  readonly serviceEmail: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly town: string | null;
  /** Of the reception, never of a person. */
  readonly phone: string | null;
  /** Goes up at each change: two people never write over each other. */
  readonly version: number;
}

/** Something in force from a day, to a last day or without end. */
export interface Dated {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** True when `on` is within the validity, first and last days included. */
export function isActiveOn(dated: Dated, on: LocalDate): boolean {
  return dated.validFrom <= on && (dated.validTo === null || on <= dated.validTo);
}

/** The part of an organisation that goes with an actor. */
export function scopeOfOrganisation({ id, code, kind }: Organisation): OrganisationScope {
  return { id, code, kind };
}
