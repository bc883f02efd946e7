import type { BirthDate } from './birth-date.js';
import type { Sex } from './code-lists.js';

/** The minimal civil-status traits of a young person (exchange.md 7.a, block I): no NIR, no INE. */
export interface IdentityTraits {
  readonly birthName: string;
  readonly usageName: string | null;
  /** In civil-status order; `['SNP']` when there is none. */
  readonly firstNames: readonly string[];
  readonly sex: Sex;
  readonly birthDate: BirthDate;
  /** Commune of the COG, or country `99xxx`; `99999` unknown. */
  readonly birthPlaceCode: string;
}

/** What the unit files carry to check a reference against a person, and nothing more (7.a). */
export interface ControlIdentity {
  readonly birthName: string;
  readonly firstName1: string;
  readonly birthDate: BirthDate;
}

/** Where the young person lives. */
export interface Address {
  readonly street: string | null;
  readonly complement: string | null;
  readonly postalCode: string;
  readonly communeCode: string;
}

/** How to reach the young person (exchange.md 7.a, block C). */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: Address;
}

/** A young person as the mission locale in charge knows them. */
export interface YoungPerson {
  readonly id: string;
  /** The mission locale that owns the file of this person. */
  readonly missionLocaleId: string;
  /** Number of the file in i-milo, opaque; `null` outside i-milo (New Caledonia). */
  readonly imiloId: string | null;
  readonly identity: IdentityTraits;
  readonly contact: Contact;
}
