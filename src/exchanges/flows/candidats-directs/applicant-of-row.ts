import type { DirectApplicant, SaidApplicant } from '../../../direct-applicants/index.js';
import type { CheckedRow } from '../../use-cases/flow-ports.js';
import type { DirectRow } from './columns.js';

/** A DIR row to apply. */
export type DirectLine = CheckedRow & { readonly row: DirectRow };

/** What a row says of an applicant. */
export function saidBy(row: DirectRow): SaidApplicant {
  return {
    residenceCode: row.code_insee_residence,
    ageBand: row.tranche_age,
    decidedOn: row.date_decision,
    invitedOn: row.date_invitation,
    outcome: row.code_suite,
    agreement: agreementOf(row),
  };
}

function agreementOf(row: DirectRow): DirectApplicant['agreement'] {
  const { date_accord: agreedOn, nom_naissance: birthName, prenoms: firstNames } = row;
  const { date_naissance: birthDate } = row;
  if (!row.accord_transmission || !agreedOn || !birthName || !firstNames || !birthDate) return null;
  const identity = {
    ...{ birthName, firstNames, birthDate },
    usageName: row.nom_usage,
    sex: row.sexe,
    birthPlaceCode: row.code_insee_naissance,
    birthPlaceLabel: row.lieu_naissance,
    street: row.adresse_voie,
    addressComplement: row.complement_adresse,
    postalCode: row.code_postal,
    phone: row.telephone,
    email: row.courriel,
    priorityDistrict: row.qpv,
    assessedLevel: row.niveau_evalue,
  };
  return { agreedOn, identity };
}

/** True when an applicant is as a row says. */
export function isAsSaid(applicant: DirectApplicant, said: SaidApplicant): boolean {
  const { agreement: known, ...rest } = applicant;
  const { agreement, ...others } = said;
  if ((known === null) !== (agreement === null) || !isWithin(others, rest)) return false;
  if (!known || !agreement) return true;
  return known.agreedOn === agreement.agreedOn && isWithin(agreement.identity, known.identity);
}

/** True when each member of one is that of the other. */
function isWithin(one: object, other: object): boolean {
  return Object.entries(one).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(other, key)),
  );
}
