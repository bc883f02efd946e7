import { parseBirthDate } from '../../people/index.js';
import type { Agreement, DirectIdentity } from '../domain/direct-applicant.js';
import { DirectApplicantInvalid } from '../domain/errors.js';
import type { RecordInput, SaidInput } from '../use-cases/record-applicant.js';
import type {
  CorrectDirectApplicantRequest,
  DirectIdentityRequest,
  RecordDirectApplicantRequest,
} from './direct-applicant.request.js';

/**
 * What a body says. An identity without agreement is refused and goes no further than here (exchange.md
 * 7.a, DIR: `IDENTITE_SANS_ACCORD`); an agreement that names nobody says nothing.
 * @throws DirectApplicantInvalid when agreement and identity do not come together
 */
export function recordInput(body: RecordDirectApplicantRequest): RecordInput {
  return { unitFileNumber: body.unitFileNumber, ...saidInput(body) };
}

/**
 * The same of somebody known.
 * @throws DirectApplicantInvalid when agreement and identity do not come together
 */
export function saidInput(body: CorrectDirectApplicantRequest): SaidInput {
  const { residenceCode, ageBand, outcome, decidedOn } = body;
  return {
    residenceCode,
    ageBand,
    outcome,
    decidedOn,
    invitedOn: body.invitedOn ?? null,
    missionLocaleCode: body.missionLocale ?? null,
    agreement: agreementOf(body),
  };
}

function agreementOf({ agreedOn, youngPerson }: CorrectDirectApplicantRequest): Agreement | null {
  if (!agreedOn && !youngPerson) return null;
  if (!youngPerson) throw invalid('/youngPerson', 'VALEUR_OBLIGATOIRE', NAMELESS);
  if (!agreedOn) throw invalid('/youngPerson', 'IDENTITE_SANS_ACCORD', WITHOUT);
  const birthDate = parseBirthDate(youngPerson.birthDate);
  if (!birthDate) throw new Error('the request was validated: its birth date is a day');
  return { agreedOn, identity: { ...identityOf(youngPerson), birthDate } };
}

function identityOf(said: DirectIdentityRequest): Omit<DirectIdentity, 'birthDate'> {
  return {
    birthName: said.birthName,
    usageName: said.usageName ?? null,
    firstNames: said.firstNames,
    sex: said.sex,
    birthPlaceCode: said.birthPlaceCode ?? null,
    birthPlaceLabel: null,
    street: said.street ?? null,
    addressComplement: said.addressComplement ?? null,
    postalCode: said.postalCode,
    phone: said.phone ?? null,
    email: said.email ?? null,
    priorityDistrict: null,
    assessedLevel: said.assessedLevel ?? null,
  };
}

function invalid(pointer: string, code: string, detail: string): DirectApplicantInvalid {
  return new DirectApplicantInvalid([{ pointer, code, detail }]);
}

const NAMELESS = 'Un accord se donne avec l’identité de la personne.';
const WITHOUT = 'Sans accord daté de la personne, son identité ne se transmet pas : retirez-la.';
