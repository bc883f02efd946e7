import { isPartialBirthDate, type PersonRecord } from '../../../people/index.js';
import type { Referral, ReferralStateInFiles } from '../../../referrals/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import type { ORIENTATIONS } from './flow.js';

type Said = SaidRow<typeof ORIENTATIONS>;

const UNKNOWN_BIRTHPLACE = '99999';

/** A referral and what a row needs besides. */
export interface TellableReferral {
  readonly referral: Referral;
  readonly person: PersonRecord;
  readonly missionLocaleCode: string;
  readonly unitCode: string;
  /** True when the unit was already sent it. */
  readonly wasDelivered: boolean;
}

/** The row that tells a referral to its unit; null when a required part is unknown. */
export function rowOfReferral(told: TellableReferral): Said | null {
  const { referral, person } = told;
  const required = requiredParts(referral, person);
  if (!required) return null;
  const { identity, contact } = person;
  return {
    ...required,
    reference_orientation: referral.reference,
    code_structure: told.missionLocaleCode,
    code_unite: told.unitCode,
    nom_naissance: identity.birthName,
    nom_usage: identity.usageName,
    prenoms: identity.firstNames,
    date_naissance: identity.birthDate,
    date_naissance_partielle: isPartialBirthDate(identity.birthDate) ? true : null,
    code_insee_naissance: identity.birthPlaceCode ?? UNKNOWN_BIRTHPLACE,
    lieu_naissance: identity.birthPlaceLabel,
    adresse_voie: contact.street,
    complement_adresse: contact.addressComplement,
    telephone: contact.phone,
    courriel: contact.email,
    qpv: contact.priorityDistrict,
    etat_orientation: stateOf(told),
    ...detailsOf(referral),
  };
}

type Required = Pick<
  Said,
  'identifiant_imilo' | 'sexe' | 'code_postal' | 'code_insee_residence' | 'date_orientation'
>;

function requiredParts(
  { referredOn }: Referral,
  { imiloId, identity: { sex }, contact: { postalCode, communeCode } }: PersonRecord,
): Required | null {
  if (!imiloId || !sex || !postalCode || !communeCode || !referredOn) return null;
  return {
    identifiant_imilo: imiloId,
    sexe: sex,
    code_postal: postalCode,
    code_insee_residence: communeCode,
    date_orientation: referredOn,
  };
}

function stateOf({ referral, wasDelivered }: TellableReferral): ReferralStateInFiles {
  if (referral.state === 'withdrawn') return 'RETIREE';
  return wasDelivered ? 'MAINTENUE' : 'TRANSMISE';
}

function detailsOf(referral: Referral) {
  return {
    type_volontariat: referral.volunteerType,
    filiere_souhaitee: referral.trackWish,
    niveau_diplome: referral.diplomaLevel,
    accompagnement: referral.support,
    cej_date_debut: referral.cejStartsOn,
    cej_date_fin_prevue: referral.cejEndsOn,
    prerequis: referral.prerequisites.length > 0 ? referral.prerequisites : null,
    date_information_jeune: referral.informedOn,
    version_notice: referral.noticeVersion,
    boite_referent: referral.referentMailbox,
  };
}
