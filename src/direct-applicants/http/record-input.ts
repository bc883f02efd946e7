import { parseBirthDate } from '../../people/index.js';
import type { Agreement } from '../domain/direct-applicant.js';
import { DirectApplicantInvalid } from '../domain/errors.js';
import type { RecordInput } from '../use-cases/record-applicant.js';
import type { RecordDirectApplicantRequest } from './direct-applicant.request.js';

/**
 * What a body says. An identity without agreement is refused and goes no further than here (exchange.md
 * 7.a, DIR: `IDENTITE_SANS_ACCORD`); an agreement that names nobody says nothing.
 * @throws DirectApplicantInvalid when agreement and identity do not come together
 */
export function recordInput(body: RecordDirectApplicantRequest): RecordInput {
  const { unitFileNumber, residenceCode, ageBand, outcome, decidedOn } = body;
  return {
    unitFileNumber,
    residenceCode,
    ageBand,
    outcome,
    decidedOn,
    invitedOn: body.invitedOn ?? null,
    missionLocaleCode: body.missionLocale ?? null,
    agreement: agreementOf(body),
  };
}

function agreementOf({ agreedOn, youngPerson }: RecordDirectApplicantRequest): Agreement | null {
  if (!agreedOn && !youngPerson) return null;
  if (!youngPerson) throw invalid('/youngPerson', 'VALEUR_OBLIGATOIRE', NAMELESS);
  if (!agreedOn) throw invalid('/youngPerson', 'IDENTITE_SANS_ACCORD', WITHOUT);
  const birthDate = parseBirthDate(youngPerson.birthDate);
  if (!birthDate) throw new Error('the request was validated: its birth date is a day');
  const { birthName, firstNames, phone = null, email = null } = youngPerson;
  return { agreedOn, identity: { birthName, firstNames, birthDate, phone, email } };
}

function invalid(pointer: string, code: string, detail: string): DirectApplicantInvalid {
  return new DirectApplicantInvalid([{ pointer, code, detail }]);
}

const NAMELESS = 'Un accord se donne avec l’identité de la personne.';
const WITHOUT = 'Sans accord daté de la personne, son identité ne se transmet pas : retirez-la.';
