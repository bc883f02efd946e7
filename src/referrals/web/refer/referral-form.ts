import type { FieldIssue } from '../../../kernel/index.js';
import { readFirstNames, type Guardianship } from '../../../people/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { formErrors, type FormErrors, type FormValues } from '../../../platform/pages/index.js';
import { SubmitReferralRequest, toCommand } from '../../http/submit-referral.request.js';
import type { SubmitReferralCommand } from '../../use-cases/submit-referral.js';
import { phoneNumber } from './phone-number.js';
import type { PlaceMeant, PlaceTexts } from './place-texts.js';

/** What a form of referral says, or what is wrong with it. */
export type ReferralRead =
  | { readonly isRight: true; readonly command: SubmitReferralCommand }
  | { readonly isRight: false; readonly errors: FormErrors };

const NAMES = {
  '/unit': 'unite',
  '/youngPerson/birthName': 'nom',
  '/youngPerson/usageName': 'nom-usage',
  '/youngPerson/firstNames': 'prenoms',
  '/youngPerson/sex': 'sexe',
  '/youngPerson/birthDate': 'naissance',
  '/youngPerson/birthPlaceCode': 'lieu-naissance',
  '/youngPerson/imiloId': 'imilo',
  '/youngPerson/phone': 'telephone',
  '/youngPerson/email': 'courriel',
  '/youngPerson/address/street': 'voie',
  '/youngPerson/address/complement': 'complement',
  '/youngPerson/address/postalCode': 'code-postal',
  '/youngPerson/address/communeCode': 'commune',
  '/volunteerType': 'volontariat',
  '/trackWish': 'filiere',
  '/diplomaLevel': 'niveau',
  '/support': 'accompagnement',
  '/cejStartsOn': 'cej-debut',
  '/cejEndsOn': 'cej-fin',
  '/prerequisites': 'prerequis',
  '/informedOn': 'informe',
  '/noticeVersion': 'notice',
  '/referentMailbox': 'boite',
  '/guardianship/hasRepresentative': 'representant',
  '/guardianship/authorisation': 'autorisation',
};

/** What to do about a field left empty. */
const EMPTY = {
  nom: 'Saisissez le nom de naissance',
  prenoms: 'Saisissez au moins un prénom',
  sexe: 'Sélectionnez le sexe à l’état civil',
  naissance: 'Saisissez la date de naissance',
  'lieu-naissance': 'Saisissez la commune ou le pays de naissance',
  imilo: 'Saisissez le numéro de dossier i-milo',
  'code-postal': 'Saisissez le code postal',
  commune: 'Saisissez la commune de résidence',
  unite: 'Sélectionnez un régiment ou un centre',
  volontariat: 'Sélectionnez le volontariat visé',
  niveau: 'Sélectionnez le niveau scolaire déclaré',
  accompagnement: 'Sélectionnez l’accompagnement en cours',
  informe: 'Saisissez le jour où vous avez informé le jeune',
  notice: 'Sélectionnez la version de la notice remise',
} as const;

const REAL_DATE = 'doit être une date réelle, par exemple 14 07 2005';
const NAME_LETTERS =
  's’écrit avec des lettres, des espaces, des apostrophes et des traits d’union seulement';
const WORDS = {
  'nom constraint-error': `Le nom ${NAME_LETTERS}`,
  'nom-usage constraint-error': `Le nom d’usage ${NAME_LETTERS}`,
  'prenoms constraint-error': `Chaque prénom ${NAME_LETTERS}`,
  'naissance type-error': `La date de naissance ${REAL_DATE}`,
  'cej-debut type-error': `Le début du CEJ ${REAL_DATE}`,
  'cej-fin type-error': `La fin du CEJ ${REAL_DATE}`,
  'informe type-error': `Le jour de l’information ${REAL_DATE}`,
  'telephone constraint-error':
    'Saisissez un numéro à dix chiffres, ou +687 ou +689 suivi du numéro',
  'courriel constraint-error': 'Saisissez une adresse électronique, par exemple nom@domaine.fr',
  'imilo constraint-error': 'Le numéro i-milo compte de 1 à 10 chiffres, sans lettre',
  'code-postal constraint-error': 'Le code postal compte cinq chiffres, par exemple 97400',
  'filiere constraint-error': 'Saisissez le code de la filière en capitales, par exemple BAT-01',
};

/** Reads a form as the request of the API, under the same rules. */
export async function readReferral(form: FormValues, places: PlaceTexts): Promise<ReferralRead> {
  const birthPlace = meant(form, 'lieu-naissance', places);
  const commune = meant(form, 'commune', places, form.text('code-postal'));
  const body = { ...referralBody(form), youngPerson: personBody(form, birthPlace, commune) };
  const read = await readFields(SubmitReferralRequest, body);
  const problems = { ...problemOf('lieu-naissance', birthPlace), ...problemOf('commune', commune) };
  if (read.isRight && Object.keys(problems).length === 0) {
    return { isRight: true, command: { ...toCommand(read.value), guardianship: guardianOf(form) } };
  }
  const errors = read.isRight ? {} : referralErrors(read.issues, form);
  return { isRight: false, errors: inOrder({ ...errors, ...problems }) };
}

/** The issues of a referral, on the fields of the form, in the order of the page. */
export function referralErrors(issues: readonly FieldIssue[], form: FormValues): FormErrors {
  const left = Object.entries(EMPTY).filter(([name]) => isLeft(form, name));
  const names = left.map(([name]) => name);
  const others = Object.entries(WORDS).filter(([key]) => !names.includes(key.split(' ')[0] ?? ''));
  return inOrder(formErrors(issues, NAMES, Object.fromEntries([...others, ...left])));
}

/** True for a form that asks, or was answered, who answers for a minor. */
export function isAboutGuardian(form: FormValues, errors: FormErrors): boolean {
  const isSaid = form.text('autorisation') !== '' || form.ticked('representant').length > 0;
  return isSaid || 'representant' in errors || 'autorisation' in errors;
}

function isLeft(form: FormValues, name: string): boolean {
  return !/[\p{L}\p{N}]/u.test(form.text(name)) && form.date(name) === null;
}

/** The summary follows the page. */
function inOrder(errors: FormErrors): FormErrors {
  const order = ['', ...PAGE_ORDER];
  return Object.fromEntries(
    Object.entries(errors).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)),
  );
}

const PAGE_ORDER = [
  ...['nom', 'nom-usage', 'prenoms', 'sexe', 'naissance', 'lieu-naissance', 'imilo'],
  ...['telephone', 'courriel', 'voie', 'complement', 'code-postal', 'commune'],
  ...['unite', 'volontariat', 'filiere', 'niveau', 'accompagnement', 'cej-debut', 'cej-fin'],
  ...['boite', 'prerequis', 'representant', 'autorisation', 'informe', 'notice'],
];

function meant(
  form: FormValues,
  name: string,
  places: PlaceTexts,
  postalCode?: string,
): PlaceMeant | null {
  const text = form.text(name);
  return text === '' ? null : places.meant(text, postalCode);
}

function codeOf(place: PlaceMeant | null): string {
  return place !== null && 'code' in place ? place.code : '';
}

function problemOf(name: string, place: PlaceMeant | null): FormErrors {
  return place !== null && 'problem' in place ? { [name]: place.problem } : {};
}

function personBody(form: FormValues, birthPlace: PlaceMeant | null, commune: PlaceMeant | null) {
  return {
    birthName: form.text('nom'),
    usageName: form.optional('nom-usage'),
    firstNames: readFirstNames(form.text('prenoms')),
    sex: form.text('sexe'),
    birthDate: form.date('naissance') ?? '',
    birthPlaceCode: codeOf(birthPlace),
    phone: phoneNumber(form.text('telephone')),
    email: form.optional('courriel'),
    address: {
      street: form.optional('voie'),
      complement: form.optional('complement'),
      postalCode: form.text('code-postal'),
      communeCode: codeOf(commune),
    },
    imiloId: form.text('imilo'),
  };
}

function referralBody(form: FormValues) {
  return {
    unit: form.text('unite'),
    volunteerType: form.text('volontariat'),
    trackWish: form.optional('filiere'),
    diplomaLevel: form.text('niveau'),
    support: form.text('accompagnement'),
    cejStartsOn: form.date('cej-debut'),
    cejEndsOn: form.date('cej-fin'),
    prerequisites: form.ticked('prerequis'),
    informedOn: form.date('informe') ?? '',
    noticeVersion: form.text('notice'),
    referentMailbox: form.optional('boite'),
    submit: true,
  };
}

/** Who answers for a minor, as the fields of a form say it. */
export function guardianOf(form: FormValues): Guardianship {
  const authorisation = form.text('autorisation');
  return {
    hasRepresentative: form.ticked('representant').includes('connu'),
    authorisation:
      authorisation === 'given' || authorisation === 'refused' ? authorisation : 'awaited',
  };
}
