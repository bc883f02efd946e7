import { traitKeys } from '../domain/resolve-person.js';
import { phoneticKey } from '../domain/phonetic-key.js';
import type { BirthDate } from '../domain/birth-date.js';
import type { Sex } from '../domain/code-lists.js';
import type { PersonDetails, PersonRecord } from '../domain/person-record.js';

/** A row of `app.young_person` as read. */
export interface PersonRow {
  id: string;
  org_id: string;
  birth_name: string;
  usage_name: string | null;
  first_names: string[];
  sex: Sex | null;
  birth_date: BirthDate;
  birth_place_code: string | null;
  birth_place_label: string | null;
  phone: string | null;
  email: string | null;
  street: string | null;
  address_complement: string | null;
  postal_code: string | null;
  commune_code: string | null;
  priority_district: string | null;
  imilo_id: string | null;
  version: number;
}

export const CONTACT_COLUMNS = {
  phone: 'text',
  email: 'text',
  street: 'text',
  address_complement: 'text',
  postal_code: 'text',
  commune_code: 'text',
  priority_district: 'text',
  imilo_id: 'text',
} as const;

export const PERSON_COLUMNS = {
  id: 'uuid',
  org_id: 'uuid',
  birth_name: 'text',
  usage_name: 'text',
  first_names: 'text[]',
  sex: 'text',
  birth_date: 'text',
  birth_place_code: 'text',
  birth_place_label: 'text',
  name_key: 'text',
  first_name_key: 'text',
  name_sound: 'text',
  ...CONTACT_COLUMNS,
} as const;

/** The row of a new person. */
export function toRow(
  person: PersonDetails & { id: string; organisationId: string },
): Record<string, unknown> {
  const { identity } = person;
  const { nameKey, firstNameKey } = traitKeys(identity);
  return {
    id: person.id,
    org_id: person.organisationId,
    birth_name: identity.birthName,
    usage_name: identity.usageName,
    first_names: identity.firstNames,
    sex: identity.sex,
    birth_date: identity.birthDate,
    birth_place_code: identity.birthPlaceCode,
    birth_place_label: identity.birthPlaceLabel,
    name_key: nameKey,
    first_name_key: firstNameKey,
    name_sound: phoneticKey(identity.birthName),
    ...contactRow(person),
  };
}

/** The columns that say how to reach a person. */
export function contactRow({
  imiloId,
  contact,
}: Pick<PersonDetails, 'imiloId' | 'contact'>): Record<
  keyof typeof CONTACT_COLUMNS,
  string | null
> {
  return {
    phone: contact.phone,
    email: contact.email,
    street: contact.street,
    address_complement: contact.addressComplement,
    postal_code: contact.postalCode,
    commune_code: contact.communeCode,
    priority_district: contact.priorityDistrict,
    imilo_id: imiloId,
  };
}

/** The person of a row. */
export function toPerson(row: PersonRow): PersonRecord {
  return {
    id: row.id,
    organisationId: row.org_id,
    version: row.version,
    imiloId: row.imilo_id,
    identity: {
      birthName: row.birth_name,
      usageName: row.usage_name,
      firstNames: row.first_names,
      sex: row.sex,
      birthDate: row.birth_date,
      birthPlaceCode: row.birth_place_code,
      birthPlaceLabel: row.birth_place_label,
    },
    contact: {
      phone: row.phone,
      email: row.email,
      street: row.street,
      addressComplement: row.address_complement,
      postalCode: row.postal_code,
      communeCode: row.commune_code,
      priorityDistrict: row.priority_district,
    },
  };
}
