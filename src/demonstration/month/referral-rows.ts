import { randomUUID } from 'node:crypto';
import {
  addDays,
  lastDay,
  referralReference,
  type LocalDate,
  type Month,
} from '../../kernel/index.js';
import { drawPerson } from '../people/draw-person.js';
import type { Home } from '../people/homes.js';
import { SeededRandom } from '../seeded-random.js';
import type { Person, ReferralAnswer } from './api-answers.js';
import type { SheetRow } from './exchange-sheet.js';

const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A referral the API told, as a row of ORI. */
export function referralRow(structure: string, referral: ReferralAnswer): SheetRow {
  return {
    reference_orientation: referral.reference,
    code_structure: structure,
    code_unite: referral.unit.code,
    ...personCells(referral.youngPerson),
    date_orientation: referral.referredOn ?? '',
    etat_orientation: 'MAINTENUE',
    type_volontariat: referral.volunteerType,
    filiere_souhaitee: referral.trackWish ?? '',
    niveau_diplome: referral.diplomaLevel,
    accompagnement: referral.support,
    cej_date_debut: referral.cejStartsOn ?? '',
    cej_date_fin_prevue: referral.cejEndsOn ?? '',
    prerequis: referral.prerequisites.join('|'),
    date_information_jeune: referral.informedOn,
    version_notice: referral.noticeVersion,
  };
}

function personCells(person: Person): SheetRow {
  return {
    identifiant_imilo: person.imiloId ?? '',
    nom_naissance: person.birthName,
    nom_usage: person.usageName ?? '',
    prenoms: person.firstNames.join(','),
    sexe: person.sex,
    date_naissance: person.birthDate,
    date_naissance_partielle: 'N',
    code_insee_naissance: person.birthPlaceCode,
    adresse_voie: person.address.street ?? '',
    complement_adresse: person.address.complement ?? '',
    code_postal: person.address.postalCode,
    code_insee_residence: person.address.communeCode,
    telephone: person.phone ?? '',
    courriel: person.email ?? '',
  };
}

/** Somebody the mission locale refers for the first time, in the month of the file. */
export function newReferralRow(
  structure: string,
  unit: string,
  home: Home,
  period: Month,
): SheetRow {
  const random = new SeededRandom(randomUUID());
  const referredOn: LocalDate = addDays(lastDay(period), -random.between(0, 12));
  const imiloId = String(random.between(8_900_000, 8_999_999) * 10 + random.between(0, 9));
  const { identity, contact } = drawPerson({ random, home, referredOn, imiloId });
  const person: Person = {
    ...identity,
    sex: identity.sex ?? 'I',
    birthPlaceCode: identity.birthPlaceCode ?? '99999',
    phone: contact.phone,
    email: contact.email,
    address: {
      street: contact.street,
      complement: contact.addressComplement,
      postalCode: contact.postalCode ?? '',
      communeCode: contact.communeCode ?? '',
    },
    imiloId,
  };
  const body = Array.from({ length: 8 }, () => random.pick(ALPHABET)).join('');
  return {
    ...personCells(person),
    reference_orientation: referralReference(Number(referredOn.slice(0, 4)), body),
    code_structure: structure,
    code_unite: unit,
    date_orientation: referredOn,
    etat_orientation: 'TRANSMISE',
    type_volontariat: 'VS',
    niveau_diplome: 'INFRA3_VBIS',
    accompagnement: 'PACEA',
    prerequis: 'SEANCE_INFORMATION|JDC_A_JOUR',
    date_information_jeune: addDays(referredOn, -3),
    version_notice: '1',
  };
}
