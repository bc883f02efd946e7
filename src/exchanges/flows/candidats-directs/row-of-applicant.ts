import { codesOf, isCodeOf } from '../../../kernel/index.js';
import { ASSESSED_LEVELS } from '../../../candidacies/index.js';
import type { DirectApplicant } from '../../../direct-applicants/index.js';
import { isPartialBirthDate, parseBirthDate, SEXES } from '../../../people/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import type { CANDIDATS_DIRECTS } from './flow.js';

type Said = SaidRow<typeof CANDIDATS_DIRECTS>;

const UNKNOWN_BIRTHPLACE = '99999';

/** The row that tells a mission locale whom to expect; null when a required part is unknown. */
export function rowOfApplicant(
  applicant: DirectApplicant,
  codes: { readonly unitCode: string; readonly missionLocaleCode: string },
): Said | null {
  const { agreement } = applicant;
  const { identity } = agreement ?? {};
  const birthDate = parseBirthDate(identity?.birthDate ?? '');
  if (!agreement || !identity || !birthDate || !identity.postalCode) return null;
  if (!isCodeOf(SEXES, identity.sex ?? '')) return null;
  const sex = codesOf(SEXES).find((code) => code === identity.sex) ?? null;
  const level = codesOf(ASSESSED_LEVELS).find((code) => code === identity.assessedLevel) ?? null;
  return {
    numero_dossier_unite: applicant.unitFileNumber,
    code_unite: codes.unitCode,
    accord_transmission: true,
    date_accord: agreement.agreedOn,
    nom_naissance: identity.birthName,
    nom_usage: identity.usageName,
    prenoms: identity.firstNames,
    sexe: sex,
    date_naissance: birthDate,
    date_naissance_partielle: isPartialBirthDate(birthDate) ? true : null,
    code_insee_naissance: identity.birthPlaceCode ?? UNKNOWN_BIRTHPLACE,
    lieu_naissance: identity.birthPlaceLabel,
    adresse_voie: identity.street,
    complement_adresse: identity.addressComplement,
    code_postal: identity.postalCode,
    telephone: identity.phone,
    courriel: identity.email,
    qpv: identity.priorityDistrict,
    code_insee_residence: applicant.residenceCode,
    tranche_age: applicant.ageBand,
    date_decision: applicant.decidedOn,
    date_invitation: applicant.invitedOn,
    code_suite: applicant.outcome,
    niveau_evalue: level,
    code_structure_proposee: codes.missionLocaleCode,
  };
}
