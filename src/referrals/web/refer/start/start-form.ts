import {
  NO_CONTACT,
  parseBirthDate,
  readFirstNames,
  YoungPersonRequest,
  type PersonDetails,
} from '../../../../people/index.js';
import { readFields } from '../../../../platform/fields/index.js';
import type { FormErrors, FormValues } from '../../../../platform/pages/index.js';
import { referralErrors } from '../referral-form.js';

/** Who is to be referred, or what is wrong with what was typed. */
export type IdentityRead =
  | { readonly isRight: true; readonly described: PersonDetails }
  | { readonly isRight: false; readonly errors: FormErrors };

/** What the first page asks; the rest is asked once it is known that nobody was described before. */
const ASKED = ['birthName', 'firstNames', 'birthDate', 'imiloId'] as const;

/** Reads the traits that somebody is looked for by, under the rules of the API. */
export async function readIdentity(form: FormValues): Promise<IdentityRead> {
  const imiloId = form.optional('imilo');
  const birthName = form.text('nom');
  const firstNames = readFirstNames(form.text('prenoms'));
  const typedDate = form.date('naissance') ?? '';
  // A number of one figure stands for the one that may be left out here.
  const asked = { birthName, firstNames, birthDate: typedDate, imiloId: imiloId ?? '0' };
  const read = await readFields(YoungPersonRequest, asked);
  const issues = read.isRight ? [] : read.issues.filter(({ pointer }) => isAsked(pointer));
  const birthDate = parseBirthDate(typedDate);
  if (issues.length > 0 || birthDate === undefined) {
    const own = issues.map((issue) => ({ ...issue, pointer: `/youngPerson${issue.pointer}` }));
    return { isRight: false, errors: referralErrors(own, form) };
  }
  const identity = {
    birthName,
    usageName: null,
    firstNames,
    sex: null,
    birthDate,
    birthPlaceCode: null,
    birthPlaceLabel: null,
  };
  return { isRight: true, described: { imiloId, identity, contact: NO_CONTACT } };
}

function isAsked(pointer: string): boolean {
  return ASKED.some((name) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
}
