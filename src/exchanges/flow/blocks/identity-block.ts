import { SEXES } from '../../../people/index.js';
import { LABEL, NAME } from '../character-ranges.js';
import {
  birthDateColumn,
  booleanColumn,
  codeColumn,
  communeColumn,
  namesColumn,
  textColumn,
} from '../columns/index.js';

const NAME_LIMITS = {
  pattern: NAME,
  maxLength: 80,
  expected: 'un nom : une lettre, puis lettres, espaces, apostrophes, points et traits d’union',
  isFree: true,
} as const;

const BIRTH_NAME = textColumn({
  header: 'nom_naissance',
  title: 'Nom de naissance',
  about: 'Nom de famille à l’état civil.',
  example: 'PAYET',
  required: true,
  ...NAME_LIMITS,
});

const BIRTH_DATE = birthDateColumn({
  header: 'date_naissance',
  title: 'Date de naissance',
  about: 'Date à l’état civil ; 00 à la place du jour, ou du mois et du jour, inconnus.',
  example: '2005-03-11',
  required: true,
});

/** Block I (exchange.md 7.a): full identity, in ORI and DIR only. */
export const IDENTITY_BLOCK = [
  BIRTH_NAME,
  textColumn({
    header: 'nom_usage',
    title: 'Nom d’usage',
    about: 'Nom porté, quand il diffère du nom de naissance.',
    example: 'HOARAU',
    ...NAME_LIMITS,
  }),
  namesColumn({
    header: 'prenoms',
    title: 'Prénoms',
    about: 'Prénoms dans l’ordre de l’état civil, séparés par des virgules ; SNP sans prénom.',
    example: 'Léa,Marie',
    required: true,
    maxLength: 200,
  }),
  codeColumn({
    header: 'sexe',
    title: 'Sexe',
    about: 'Sexe à l’état civil.',
    example: 'F',
    required: true,
    list: SEXES,
  }),
  BIRTH_DATE,
  booleanColumn({
    header: 'date_naissance_partielle',
    title: 'Date de naissance partielle',
    about: 'O quand le jour, ou le mois et le jour, de naissance sont inconnus.',
    example: 'N',
    requiredIf: 'date_naissance contient 00',
  }),
  communeColumn({
    header: 'code_insee_naissance',
    title: 'Lieu de naissance',
    about: 'Code INSEE de la commune, ou du pays 99xxx ; 99999 quand il est inconnu.',
    example: '97411',
    required: true,
  }),
  textColumn({
    header: 'lieu_naissance',
    title: 'Libellé du lieu de naissance',
    about: 'Nom de la commune ou du pays, pour comparaison seulement.',
    example: 'Saint-Denis',
    pattern: LABEL,
    maxLength: 80,
    expected: '80 caractères au plus : lettres, chiffres et ponctuation courante',
    isFree: true,
  }),
] as const;

/** Control identity (exchange.md 7.a): just enough to see that the case is the right one. */
export const CONTROL_IDENTITY = [
  BIRTH_NAME,
  textColumn({
    header: 'prenom_1',
    title: 'Premier prénom',
    about: 'Premier prénom à l’état civil.',
    example: 'Léa',
    required: true,
    ...NAME_LIMITS,
  }),
  BIRTH_DATE,
] as const;
