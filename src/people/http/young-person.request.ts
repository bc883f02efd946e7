import { parseLocalDate, type LocalDate } from '../../kernel/index.js';
import { CodeOf, Day, Nested, OptionalText, Text, TextList } from '../../platform/fields/index.js';
import { SEXES, type Sex } from '../domain/code-lists.js';
import type { PersonDetails } from '../domain/person-record.js';
import { parseBirthDate } from '../domain/birth-date.js';

export const NAME = /^[\p{L}][\p{L}'’ .-]*$/u;
export const NAME_SHAPE = 'des lettres, des espaces, des apostrophes et des traits d’union';
export const PLACE = /^(\d{5}|2[AB]\d{3})$/;
export const PHONE = /^(0[1-9]\d{8}|00(687|689|590|508)\d{6,9})$/;
export const EMAIL = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/;

/** Where the young person lives (contract.md 2). */
export class AddressRequest {
  @OptionalText({ max: 100, isFree: true, about: 'Numéro et voie' })
  readonly street?: string | null;

  @OptionalText({ max: 80, isFree: true, about: 'Complément d’adresse' })
  readonly complement?: string | null;

  @Text({ max: 5, pattern: /^\d{5}$/, shape: '5 chiffres', about: 'Code postal', example: '97400' })
  readonly postalCode: string;

  @Text({ max: 5, pattern: PLACE, shape: 'code INSEE', about: 'Commune', example: '97411' })
  readonly communeCode: string;
}

/** A young person as a mission locale describes them (contract.md 2; exchange.md 7.a, block I). */
export class YoungPersonRequest {
  @Text({
    max: 80,
    pattern: NAME,
    shape: NAME_SHAPE,
    isFree: true,
    about: 'Nom de naissance',
    example: 'PAYET',
  })
  readonly birthName: string;

  @OptionalText({
    max: 80,
    pattern: NAME,
    shape: NAME_SHAPE,
    isFree: true,
    about: 'Nom d’usage',
  })
  readonly usageName?: string | null;

  @TextList({
    min: 1,
    max: 10,
    item: { max: 80, pattern: NAME, shape: NAME_SHAPE, isFree: true },
    about: 'Prénoms, dans l’ordre de l’état civil',
  })
  readonly firstNames: string[];

  @CodeOf(SEXES)
  readonly sex: Sex;

  @Day({ about: 'Date de naissance', example: '2005-03-11' })
  readonly birthDate: LocalDate;

  @Text({
    max: 5,
    pattern: PLACE,
    shape: 'code INSEE de commune ou de pays',
    about: 'Lieu de naissance',
    example: '97411',
  })
  readonly birthPlaceCode: string;

  @OptionalText({ max: 20, pattern: PHONE, shape: '0692000000', about: 'Téléphone' })
  readonly phone?: string | null;

  @OptionalText({ max: 254, pattern: EMAIL, shape: 'nom@domaine.fr', about: 'Courriel' })
  readonly email?: string | null;

  @Nested(AddressRequest, { about: 'Adresse' })
  readonly address: AddressRequest;

  @Text({
    max: 10,
    pattern: /^\d{1,10}$/,
    shape: '1 à 10 chiffres',
    about: 'Numéro de dossier i-milo',
    example: '88000001',
  })
  readonly imiloId: string;
}

/** The described person, as the rules know it. */
export function toPersonDetails(request: YoungPersonRequest): PersonDetails {
  const birthDate = parseLocalDate(request.birthDate) && parseBirthDate(request.birthDate);
  if (!birthDate) throw new Error('the request was validated: its birth date is a day');
  return {
    imiloId: request.imiloId,
    identity: {
      birthName: request.birthName,
      usageName: request.usageName ?? null,
      firstNames: request.firstNames,
      sex: request.sex,
      birthDate,
      birthPlaceCode: request.birthPlaceCode,
      birthPlaceLabel: null,
    },
    contact: {
      phone: request.phone ?? null,
      email: request.email ?? null,
      street: request.address.street ?? null,
      addressComplement: request.address.complement ?? null,
      postalCode: request.address.postalCode,
      communeCode: request.address.communeCode,
      priorityDistrict: null,
    },
  };
}
