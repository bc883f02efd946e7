import {
  CorrectPersonRequest,
  readFirstNames,
  toCorrectionAsked,
  type CorrectionAsked,
  type PersonRecord,
} from '../../../../people/index.js';
import type { FieldIssue } from '../../../../kernel/index.js';
import { readFields } from '../../../../platform/fields/index.js';
import type { FormErrors, FormValues } from '../../../../platform/pages/index.js';
import { phoneNumber } from '../../refer/phone-number.js';
import type { PlaceTexts } from '../../refer/place-texts.js';
import { guardianOf, referralErrors } from '../../refer/referral-form.js';
import { typedPerson } from '../../refer/start/typed-person.js';

/** What a form of correction says, or what is wrong with it. */
export type CorrectionRead =
  | { readonly isRight: true; readonly asked: CorrectionAsked }
  | { readonly isRight: false; readonly errors: FormErrors };

/**
 * Reads a form under the rules of the API. Only what was touched is asked for: what came on file
 * otherwise, such as a date known in part, is nobody's to fill in because of a telephone number.
 */
export async function readCorrection(
  form: FormValues,
  { person, version }: { readonly person: PersonRecord; readonly version: number },
  places: PlaceTexts,
): Promise<CorrectionRead> {
  const was = typedPerson(person, places);
  const touched = (...names: readonly string[]) =>
    names.some((name) => form.text(name) !== (was[name] ?? ''));
  const problems: Record<string, string> = {};
  const place = (name: string, postalCode?: string): string | null => {
    if (form.text(name) === '') return null;
    const meant = places.meant(form.text(name), postalCode);
    if ('code' in meant) return meant.code;
    problems[name] = meant.problem;
    return null;
  };
  const of = (name: string, value: () => unknown) => (touched(name) ? value() : undefined);
  const body = {
    version,
    birthName: of('nom', () => form.text('nom')),
    usageName: of('nom-usage', () => form.optional('nom-usage')),
    firstNames: of('prenoms', () => readFirstNames(form.text('prenoms'))),
    sex: of('sexe', () => form.text('sexe')),
    birthDate: touched('naissance-jour', 'naissance-mois', 'naissance-annee')
      ? form.date('naissance')
      : undefined,
    birthPlaceCode: of('lieu-naissance', () => place('lieu-naissance')),
    phone: of('telephone', () => phoneNumber(form.text('telephone'))),
    email: of('courriel', () => form.optional('courriel')),
    address: {
      street: of('voie', () => form.optional('voie')),
      complement: of('complement', () => form.optional('complement')),
      postalCode: of('code-postal', () => form.optional('code-postal')),
      communeCode: of('commune', () => place('commune', form.text('code-postal'))),
    },
    distinctFrom: form.ticked('distincts'),
  };
  const read = await readFields(CorrectPersonRequest, body);
  if (read.isRight && Object.keys(problems).length === 0) {
    const asked = { ...toCorrectionAsked(read.value), guardianship: guardianOf(form) };
    return { isRight: true, asked };
  }
  const errors = read.isRight ? {} : correctionErrors(read.issues, form);
  return { isRight: false, errors: { ...errors, ...problems } };
}

/** The issues of a correction, on the fields of the form. */
export function correctionErrors(issues: readonly FieldIssue[], form: FormValues): FormErrors {
  const own = issues.map((issue) => {
    const isOfPerson = !issue.pointer.startsWith('/guardianship');
    return isOfPerson ? { ...issue, pointer: `/youngPerson${issue.pointer}` } : issue;
  });
  return referralErrors(own, form);
}
