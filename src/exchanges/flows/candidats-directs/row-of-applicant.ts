import { codesOf, isCodeOf } from '../../../kernel/index.js';
import { ASSESSED_LEVELS } from '../../../candidacies/index.js';
import type { DirectApplicant, Retraction } from '../../../direct-applicants/index.js';
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

/** Nobody knows where: a place says nothing here that the mission locale needs. */
const UNKNOWN_RESIDENCE = '99999';

/**
 * The row that takes somebody back from a mission locale: the number under which it knows them, without
 * agreement, so that nothing says who it is.
 */
export function rowOfRetraction(
  { unitFileNumber, ageBand, decidedOn, invitedOn, outcome }: Retraction,
  codes: { readonly unitCode: string; readonly missionLocaleCode: string },
): Said {
  return {
    ...NOBODY,
    numero_dossier_unite: unitFileNumber,
    code_unite: codes.unitCode,
    accord_transmission: false,
    code_insee_residence: UNKNOWN_RESIDENCE,
    tranche_age: ageBand,
    date_decision: decidedOn,
    date_invitation: invitedOn,
    code_suite: outcome,
    code_structure_proposee: codes.missionLocaleCode,
  };
}

const NOBODY = {
  ...{ date_accord: null, nom_naissance: null, nom_usage: null, prenoms: null, sexe: null },
  ...{ date_naissance: null, date_naissance_partielle: null, code_insee_naissance: null },
  ...{ lieu_naissance: null, adresse_voie: null, complement_adresse: null, code_postal: null },
  ...{ telephone: null, courriel: null, qpv: null, niveau_evalue: null },
} as const;
