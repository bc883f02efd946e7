import type { BirthDate } from './birth-date.js';
import type { Sex } from './code-lists.js';

/** Where and how to reach the young person; every part may be unknown for a direct applicant. */
export interface ContactDetails {
  readonly phone: string | null;
  readonly email: string | null;
  readonly street: string | null;
  readonly addressComplement: string | null;
  readonly postalCode: string | null;
  readonly communeCode: string | null;
  /** Code of the priority district (QPV). */
  readonly priorityDistrict: string | null;
}

/** Identity as the organisation knows it: a direct applicant comes with three traits only. */
export interface KnownIdentity {
  readonly birthName: string;
  readonly usageName: string | null;
  readonly firstNames: readonly string[];
  readonly sex: Sex | null;
  readonly birthDate: BirthDate;
  readonly birthPlaceCode: string | null;
  readonly birthPlaceLabel: string | null;
}

/** A young person as described by an organisation. */
export interface PersonDetails {
  readonly imiloId: string | null;
  readonly identity: KnownIdentity;
  readonly contact: ContactDetails;
}

/** A young person on file, in the organisation that keeps the file. */
export interface PersonRecord extends PersonDetails {
  readonly id: string;
  readonly organisationId: string;
  readonly version: number;
}

/** An address book entry with nothing in it. */
export const NO_CONTACT: ContactDetails = {
  phone: null,
  email: null,
  street: null,
  addressComplement: null,
  postalCode: null,
  communeCode: null,
  priorityDistrict: null,
};

/** True when both say the same way to reach the person. */
export function hasSameContact(one: ContactDetails, other: ContactDetails): boolean {
  return (Object.keys(NO_CONTACT) as (keyof ContactDetails)[]).every(
    (key) => one[key] === other[key],
  );
}
