import type { BirthDate, PersonDetails } from '../../../people/index.js';
import type { ReferralDetails } from '../../../referrals/index.js';
import { contactOf } from '../contact-of-row.js';
import type { OrientationRow } from './columns.js';

/** The young person of a row (exchange.md 7.a, blocks I and C). */
export function personOf(row: OrientationRow): PersonDetails {
  return {
    imiloId: row.identifiant_imilo,
    identity: {
      birthName: row.nom_naissance,
      usageName: row.nom_usage,
      firstNames: row.prenoms,
      sex: row.sexe,
      birthDate: row.date_naissance as string as BirthDate,
      birthPlaceCode: row.code_insee_naissance,
      birthPlaceLabel: row.lieu_naissance,
    },
    contact: contactOf(row),
  };
}

/** What the mission locale tells the unit. */
export function detailsOf(row: OrientationRow): ReferralDetails {
  return {
    volunteerType: row.type_volontariat,
    trackWish: row.filiere_souhaitee,
    diplomaLevel: row.niveau_diplome,
    support: row.accompagnement,
    cejStartsOn: row.cej_date_debut,
    cejEndsOn: row.cej_date_fin_prevue,
    prerequisites: row.prerequis ?? [],
    informedOn: row.date_information_jeune,
    noticeVersion: row.version_notice,
    referentMailbox: row.boite_referent,
  };
}
