import type { LocalDate } from '../../../kernel/index.js';
import type { FormValues } from '../../../platform/pages/index.js';
import { ORGANISATION_FIELDS, type OrganisationField } from '../../domain/organisation-changes.js';
import type { OrganisationText } from '../../domain/organisation-text.js';

/** What each field is called in a form. */
const NAMES: Readonly<Record<OrganisationField, string>> = {
  code: 'code',
  kind: 'nature',
  scheme: 'dispositif',
  name: 'nom',
  usualName: 'nom-usage',
  territory: 'territoire',
  timeZone: 'fuseau',
  department: 'departement',
  siret: 'siret',
  street: 'adresse',
  postalCode: 'code-postal',
  town: 'ville',
  phone: 'telephone',
  serviceEmail: 'courriel',
  validFrom: 'debut',
  validTo: 'fin',
};

/** Where the issue of a field is shown, by its pointer. */
export const FIELDS_BY_POINTER: Readonly<Record<string, string>> = Object.fromEntries(
  ORGANISATION_FIELDS.map((field) => [`/${field}`, NAMES[field]]),
);

/** What a form says of an organisation; dates stand in three fields. */
export function textOfForm(form: FormValues): OrganisationText {
  const text = (field: OrganisationField): string => form.text(NAMES[field]);
  return {
    ...{ code: text('code'), kind: text('kind'), scheme: text('scheme') },
    ...{ name: text('name'), usualName: text('usualName'), territory: text('territory') },
    ...{ timeZone: text('timeZone'), department: text('department'), siret: text('siret') },
    ...{ street: text('street'), postalCode: text('postalCode'), town: text('town') },
    ...{ phone: text('phone'), serviceEmail: text('serviceEmail') },
    validFrom: form.date(NAMES.validFrom) ?? '',
    validTo: form.date(NAMES.validTo) ?? '',
  };
}

/** The same as the values of a form: what a hidden field sends, and what a form shows again. */
export function formOfText(text: OrganisationText): Readonly<Record<string, string>> {
  const dates = ['validFrom', 'validTo'] as const;
  const plain = ORGANISATION_FIELDS.filter((field) => !dates.some((one) => one === field));
  return {
    ...Object.fromEntries(plain.map((field) => [NAMES[field], text[field]])),
    ...dateParts(NAMES.validFrom, text.validFrom),
    ...dateParts(NAMES.validTo, text.validTo),
  };
}

function dateParts(name: string, day: LocalDate | string): Readonly<Record<string, string>> {
  const [year = '', month = '', of = ''] = day.split('-');
  return { [`${name}-jour`]: of, [`${name}-mois`]: month, [`${name}-annee`]: year };
}
