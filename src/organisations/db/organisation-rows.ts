import { isTerritoryCode, parseLocalDate } from '../../kernel/index.js';
import type { LocalDate } from '../../kernel/index.js';
import type { ContactDetails } from '../domain/contact-details.js';
import { DUTIES } from '../domain/convention.js';
import type { Convention } from '../domain/convention.js';
import type { Organisation, RegisteredOrganisation } from '../domain/organisation.js';
import type { ConventionEntity } from './convention.entity.js';
import type { OrganisationEntity } from './organisation.entity.js';

/** Throws when the row holds something no version of the code ever wrote. */
export function toOrganisation(row: OrganisationEntity): Organisation {
  const { id, code, kind, scheme, name, usualName, territory, timeZone, department } = row;
  if (!isTerritoryCode(territory)) throw new Error(`Unknown territory of ${code}`);
  const named = { id, code, kind, scheme, name, usualName };
  return { ...named, territory, timeZone, department, ...toValidity(row) };
}

/** The same, with what is administered: number, mail box and where it is found. */
export function toRegistered(row: OrganisationEntity): RegisteredOrganisation {
  const { siret, serviceEmail, street, postalCode, town, phone, version } = row;
  const details = { siret, serviceEmail, street, postalCode, town, phone };
  return { ...toOrganisation(row), ...details, version };
}

/** What everybody is told of where an organisation is. */
export function toContact(row: OrganisationEntity): ContactDetails {
  const { street, postalCode, town, phone, serviceEmail } = row;
  return { street, postalCode, town, phone, email: serviceEmail };
}

/** Duties that a later version may have added and this one does not know are left out. */
export function toConvention(row: ConventionEntity): Convention {
  return {
    missionLocaleId: row.missionLocaleId,
    unitId: row.unitId,
    duties: DUTIES.filter((duty) => row.duties.includes(duty)),
    ...toValidity(row),
  };
}

/** Reads the days of a dated row. */
export function toValidity(row: { readonly validFrom: string; readonly validTo: string | null }): {
  validFrom: LocalDate;
  validTo: LocalDate | null;
} {
  return {
    validFrom: toDay(row.validFrom),
    validTo: row.validTo === null ? null : toDay(row.validTo),
  };
}

function toDay(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (day === undefined) throw new Error('A day of the register is not in the calendar');
  return day;
}
