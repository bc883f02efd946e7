import type { OrganisationField } from '../../domain/organisation-changes.js';
import { organisationText, type OrganisationText } from '../../domain/organisation-text.js';
import type { RegisteredOrganisation } from '../../domain/organisation.js';
import type { PastAct } from '../../use-cases/ports.js';

/** An organisation with the values it had before one of its past acts; as it stands for another word. */
export function valuesBefore(
  organisation: RegisteredOrganisation,
  history: readonly PastAct[],
  actId: string,
): OrganisationText {
  const act = history.find((one) => one.actId === actId);
  const text: Record<OrganisationField, string> = { ...organisationText(organisation) };
  for (const { field, before } of act?.changes ?? []) {
    if (isField(field, text)) text[field] = before ?? '';
  }
  return text;
}

function isField(field: string, text: OrganisationText): field is OrganisationField {
  return Object.hasOwn(text, field);
}
