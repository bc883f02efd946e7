import type { RegisteredOrganisation } from './organisation.js';

/** What may be said of an organisation, in the order in which people read it. */
export const ORGANISATION_FIELDS = [
  'code',
  'kind',
  'scheme',
  'name',
  'usualName',
  'territory',
  'timeZone',
  'department',
  'siret',
  'street',
  'postalCode',
  'town',
  'phone',
  'serviceEmail',
  'validFrom',
  'validTo',
] as const;
export type OrganisationField = (typeof ORGANISATION_FIELDS)[number];

/** One value before and after; `null` stands for none. */
export interface FieldChange<Field extends string = string> {
  readonly field: Field;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is not the same any more; everything there is to say of one that was not there before. */
export function organisationChanges(
  before: RegisteredOrganisation | null,
  after: RegisteredOrganisation,
): readonly FieldChange<OrganisationField>[] {
  return ORGANISATION_FIELDS.map((field) => {
    return { field, before: before?.[field] ?? null, after: after[field] };
  }).filter((change) => change.before !== change.after);
}
