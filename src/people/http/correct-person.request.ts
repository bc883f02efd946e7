import type { LocalDate } from '../../kernel/index.js';
import {
  OptionalCodeOf,
  OptionalDay,
  OptionalNested,
  OptionalText,
  OptionalTextList,
  WholeNumber,
} from '../../platform/fields/index.js';
import { parseBirthDate } from '../domain/birth-date.js';
import { SEXES, type Sex } from '../domain/code-lists.js';
import type { AskedCorrection } from '../domain/person-correction.js';
import type { CorrectionAsked } from '../use-cases/correct-person.js';
import { GuardianshipRequest, toGuardianship } from './guardianship.request.js';
import { EMAIL, NAME, NAME_SHAPE, PHONE, PLACE } from './young-person.request.js';

/** Where the young person lives; what is left out stays. */
export class CorrectAddressRequest {
  @OptionalText({ max: 100, isFree: true, about: 'Numéro et voie' })
  readonly street?: string | null;

  @OptionalText({ max: 80, isFree: true, about: 'Complément d’adresse' })
  readonly complement?: string | null;

  @OptionalText({ max: 5, pattern: /^\d{5}$/, shape: '5 chiffres', about: 'Code postal' })
  readonly postalCode?: string | null;

  @OptionalText({ max: 5, pattern: PLACE, shape: 'code INSEE', about: 'Commune' })
  readonly communeCode?: string | null;
}

/** Body of `POST /api/v1/young-people/:id/commands/correct`: what is left out stays as it is. */
export class CorrectPersonRequest {
  @WholeNumber({ min: 1, max: 999_999_999, about: 'Version du jeune telle qu’elle a été lue' })
  readonly version: number;

  @OptionalText({
    max: 80,
    pattern: NAME,
    shape: NAME_SHAPE,
    isFree: true,
    about: 'Nom de naissance',
  })
  readonly birthName?: string | null;

  @OptionalText({ max: 80, pattern: NAME, shape: NAME_SHAPE, isFree: true, about: 'Nom d’usage' })
  readonly usageName?: string | null;

  @OptionalTextList({
    min: 1,
    max: 10,
    item: { max: 80, pattern: NAME, shape: NAME_SHAPE, isFree: true },
    about: 'Prénoms, dans l’ordre de l’état civil',
  })
  readonly firstNames?: string[] | null;

  @OptionalCodeOf(SEXES)
  readonly sex?: Sex | null;

  @OptionalDay({ about: 'Date de naissance' })
  readonly birthDate?: LocalDate | null;

  @OptionalText({
    max: 5,
    pattern: PLACE,
    shape: 'code INSEE de commune ou de pays',
    about: 'Lieu de naissance',
  })
  readonly birthPlaceCode?: string | null;

  @OptionalText({ max: 20, pattern: PHONE, shape: '0692000000', about: 'Téléphone' })
  readonly phone?: string | null;

  @OptionalText({ max: 254, pattern: EMAIL, shape: 'nom@domaine.fr', about: 'Courriel' })
  readonly email?: string | null;

  @OptionalNested(CorrectAddressRequest, { about: 'Adresse' })
  readonly address?: CorrectAddressRequest | null;

  @OptionalTextList({
    max: 50,
    item: { max: 36, pattern: /^[0-9a-f-]{36}$/, shape: 'identifiant (UUID)' },
    about:
      'Jeunes de même identité dont on a vérifié que ce sont d’autres personnes (voir « known » de la réponse 409)',
  })
  readonly distinctFrom?: string[] | null;

  @OptionalNested(GuardianshipRequest, {
    about: 'Pour une date de naissance qui rend le jeune mineur : l’accord du représentant légal',
  })
  readonly guardianship?: GuardianshipRequest | null;
}

/** What is asked for, as the rules know it. */
export function toCorrectionAsked(request: CorrectPersonRequest): CorrectionAsked {
  const { version, distinctFrom } = request;
  const guardianship = toGuardianship(request.guardianship);
  return { asked: askedOf(request), version, distinctFrom: distinctFrom ?? [], guardianship };
}

function askedOf(request: CorrectPersonRequest): AskedCorrection {
  const { version: _version, distinctFrom: _others, guardianship: _agreed, ...said } = request;
  const { address, birthDate, ...values } = said;
  return {
    ...values,
    birthDate: typeof birthDate === 'string' ? parseBirthDate(birthDate) : birthDate,
    street: address?.street,
    addressComplement: address?.complement,
    postalCode: address?.postalCode,
    communeCode: address?.communeCode,
  };
}
