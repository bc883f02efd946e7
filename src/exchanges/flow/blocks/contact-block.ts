import { EMAIL, LABEL } from '../character-ranges.js';
import { communeColumn, textColumn } from '../columns/index.js';

const EMAIL_LIMITS = {
  pattern: EMAIL,
  maxLength: 254,
  expected: 'une adresse électronique',
} as const;

function addressLine<const H extends string>(header: H, title: string, maxLength: number) {
  return textColumn({
    header,
    title,
    about: 'Sans le code postal ni la commune.',
    example: header === 'adresse_voie' ? '12 rue des Manguiers' : 'Bâtiment B',
    pattern: LABEL,
    maxLength,
    expected: `${maxLength} caractères au plus : lettres, chiffres et ponctuation courante`,
    isFree: true,
  });
}

const ADDRESS = [
  addressLine('adresse_voie', 'Adresse', 100),
  addressLine('complement_adresse', 'Complément d’adresse', 80),
  textColumn({
    header: 'code_postal',
    title: 'Code postal',
    about: 'Code postal de résidence.',
    example: '97400',
    required: true,
    pattern: '[0-9]{5}',
    maxLength: 5,
    expected: '5 chiffres',
    withoutZero: '[1-9][0-9]{3}',
  }),
] as const;

/** Where the person lives. */
export const RESIDENCE = communeColumn({
  header: 'code_insee_residence',
  title: 'Commune de résidence',
  about: 'Code INSEE de la commune de résidence.',
  example: '97411',
  required: true,
});

const REACHED_BY = [
  textColumn({
    header: 'telephone',
    title: 'Téléphone',
    about: 'Dix chiffres, ou 00 et l’indicatif du territoire ; jamais de + au début.',
    example: '0692000000',
    pattern: '0[1-9][0-9]{8}|00(?:687|689|590|508)[0-9]{6,9}',
    maxLength: 14,
    expected: 'dix chiffres, ou 00687, 00689, 00590, 00508 suivi de 6 à 9 chiffres',
    withoutZero: '[1-9][0-9]{8}',
  }),
  textColumn({
    header: 'courriel',
    title: 'Courriel',
    about: 'Adresse électronique de la personne.',
    example: 'lea.payet@exemple.invalid',
    ...EMAIL_LIMITS,
  }),
  textColumn({
    header: 'qpv',
    title: 'Quartier prioritaire',
    about: 'Code du quartier prioritaire de la politique de la ville, quand la personne y habite.',
    example: 'QN97401M',
    pattern: 'Q[NP][0-9A-Z]{6}',
    maxLength: 8,
    expected: 'un code de quartier prioritaire, comme QN97401M',
  }),
] as const;

/** Block C (exchange.md 7.a): how to reach the person. */
export const CONTACT_BLOCK = [...ADDRESS, RESIDENCE, ...REACHED_BY] as const;

/** Block C of a flow that tells the commune apart. */
export const CONTACT_WITHOUT_RESIDENCE = [...ADDRESS, ...REACHED_BY] as const;

/** The functional mailbox of the person in charge: of a service, not of somebody. */
export const REFERENT_MAILBOX = textColumn({
  header: 'boite_referent',
  title: 'Boîte du référent',
  about: 'Adresse électronique du service, de préférence à celle d’une personne.',
  example: 'accueil@ml.exemple.invalid',
  ...EMAIL_LIMITS,
});
