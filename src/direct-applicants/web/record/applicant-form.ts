import { FormValues, type FormErrors } from '../../../platform/pages/index.js';
import type { PlaceTexts } from '../../../referrals/index.js';
import type { DirectApplicantView } from '../../http/direct-applicant.view.js';

const YOUNG = '/youngPerson';

/** The fields of the form, by what a request names. */
export const FIELD_NAMES = {
  '/unitFileNumber': 'numero',
  '/residenceCode': 'commune',
  '/ageBand': 'age',
  '/outcome': 'suite',
  '/decidedOn': 'decision',
  '/invitedOn': 'invitation',
  '/missionLocale': 'mission-locale',
  '/agreedOn': 'accord',
  [YOUNG]: 'nom',
  [`${YOUNG}/birthName`]: 'nom',
  [`${YOUNG}/usageName`]: 'nom-usage',
  [`${YOUNG}/firstNames`]: 'prenoms',
  [`${YOUNG}/firstNames/0`]: 'prenoms',
  [`${YOUNG}/sex`]: 'sexe',
  [`${YOUNG}/birthDate`]: 'naissance',
  [`${YOUNG}/postalCode`]: 'code-postal',
  [`${YOUNG}/street`]: 'voie',
  [`${YOUNG}/addressComplement`]: 'complement',
  [`${YOUNG}/phone`]: 'telephone',
  [`${YOUNG}/email`]: 'courriel',
};

/** Nobody knows where: the unit chooses the mission locale. */
const UNKNOWN = { code: '99999' } as const;
const REAL = 'Saisissez une date réelle, par exemple 14 07 2026';
export const FIELD_WORDS = {
  'numero required': 'Saisissez le numéro de dossier',
  'age required': 'Choisissez la tranche d’âge',
  'suite required': 'Choisissez la suite donnée',
  'decision required': 'Saisissez la date de la décision',
  'decision type-error': REAL,
  'invitation type-error': REAL,
  'accord type-error': REAL,
  'nom required': 'Saisissez le nom de naissance',
  'prenoms required': 'Saisissez le prénom',
  'sexe required': 'Choisissez le sexe',
  'naissance required': 'Saisissez la date de naissance',
  'naissance type-error': REAL,
  'code-postal required': 'Saisissez le code postal',
};

const PERSON_FIELDS = [
  ...(['nom', 'nom-usage', 'prenoms', 'voie', 'complement', 'code-postal'] as const),
  ...(['telephone', 'courriel'] as const),
] as const;

interface Typed {
  readonly body: { readonly residenceCode: string | null; readonly invitedOn: string | null };
  readonly errors: FormErrors;
}

/** What was typed, as the body of a request; with what is wrong of the commune. */
export function bodyOf(form: FormValues, places: PlaceTexts): Typed {
  const typed = form.text('commune');
  const meant = typed === '' ? UNKNOWN : places.meant(typed, form.text('code-postal'));
  const residenceCode = 'code' in meant ? meant.code : null;
  const isNamed = PERSON_FIELDS.some((field) => form.text(field) !== '');
  const body = {
    ...(form.text('numero') === '' ? {} : { unitFileNumber: form.text('numero').toUpperCase() }),
    residenceCode,
    ageBand: form.optional('age'),
    outcome: form.optional('suite'),
    decidedOn: form.date('decision'),
    invitedOn: form.date('invitation'),
    missionLocale: form.optional('mission-locale'),
    agreedOn: form.date('accord'),
    ...(isNamed ? { youngPerson: personOf(form) } : {}),
  };
  const errors: FormErrors = 'problem' in meant ? { commune: meant.problem } : {};
  return { body, errors };
}

function personOf(form: FormValues): object {
  const names = form
    .text('prenoms')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    birthName: form.optional('nom'),
    usageName: form.optional('nom-usage'),
    firstNames: names,
    sex: form.optional('sexe'),
    birthDate: form.date('naissance'),
    street: form.optional('voie'),
    addressComplement: form.optional('complement'),
    postalCode: form.optional('code-postal'),
    phone: form.optional('telephone'),
    email: form.optional('courriel'),
  };
}

/**
 * What a correction says: all that the form shows, so that what was emptied is emptied. What the form does
 * not show stays, and so does a commune that was not touched, whose name may have changed since.
 */
export function correctionOf(
  form: FormValues,
  view: DirectApplicantView,
  places: PlaceTexts,
): { readonly body: object; readonly errors: FormErrors } {
  const { body, errors } = bodyOf(form, places);
  const isSameCommune = form.text('commune') === valuesOf(view, places).text('commune');
  const { residenceCode, invitedOn, ...said } = { youngPerson: null, ...body };
  return {
    body: {
      ...said,
      ...(isSameCommune ? {} : { residenceCode }),
      ...(invitedOn === null ? {} : { invitedOn }),
    },
    errors: isSameCommune ? {} : errors,
  };
}

/** The form as it first appears on somebody known. */
export function valuesOf(view: DirectApplicantView, places: PlaceTexts): FormValues {
  const person = view.youngPerson;
  return new FormValues({
    numero: view.unitFileNumber,
    commune: view.residenceCode === UNKNOWN.code ? '' : places.textOf(view.residenceCode),
    age: view.ageBand,
    suite: view.outcome,
    ...dayOf('decision', view.decidedOn),
    ...dayOf('invitation', view.invitedOn),
    ...(view.agreedOn === null ? {} : dayOf('accord', view.agreedOn)),
    nom: person?.birthName ?? '',
    'nom-usage': person?.usageName ?? '',
    prenoms: person?.firstNames.join(', ') ?? '',
    sexe: person?.sex ?? '',
    ...(person ? dayOf('naissance', person.birthDate) : {}),
    voie: person?.street ?? '',
    complement: person?.addressComplement ?? '',
    'code-postal': person?.postalCode ?? '',
    telephone: person?.phone ?? '',
    courriel: person?.email ?? '',
  });
}

/** Of a date known in part, the unknown parts are blank. */
function dayOf(name: string, date: string): Readonly<Record<string, string>> {
  const parts = date.split('-').map((part) => (part === '00' ? '' : part));
  const [year = '', month = '', day = ''] = parts;
  return { [`${name}-jour`]: day, [`${name}-mois`]: month, [`${name}-annee`]: year };
}
