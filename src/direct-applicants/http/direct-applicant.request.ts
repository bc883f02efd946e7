import type { CodeList, LocalDate } from '../../kernel/index.js';
import { ASSESSED_LEVELS, type AssessedLevel } from '../../candidacies/index.js';
import { EMAIL, NAME, NAME_SHAPE, PHONE, PLACE, SEXES, type Sex } from '../../people/index.js';
import {
  CodeOf,
  Day,
  OptionalCodeOf,
  OptionalDay,
  OptionalNested,
  OptionalText,
  Text,
  TextList,
} from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { RETURN_ANSWERS, type ReturnAnswer } from '../../returns/index.js';
import {
  AGE_BANDS,
  DIRECT_OUTCOMES,
  type AgeBand,
  type DirectOutcome,
} from '../domain/code-lists.js';
import { DIRECT_STATES, type DirectState } from '../domain/direct-applicant.js';

const STATES: CodeList = {
  name: 'state',
  about: 'Où en est l’invitation',
  values: DIRECT_STATES.map((code) => ({ code, label: code })),
};
const NUMBER = {
  max: 30,
  pattern: /^[A-Z0-9/-]{3,30}$/,
  shape: '3 à 30 lettres majuscules, chiffres, / ou -',
};

/** Query of `GET /api/v1/direct-applicants`. */
export class ListDirectApplicantsRequest extends PageRequest {
  @OptionalCodeOf(STATES)
  readonly state?: DirectState | null;

  @OptionalText({ max: 30, about: 'Numéro de dossier de l’unité' })
  readonly unitFileNumber?: string | null;
}

/** Who agreed that their name passes, and how to call them back. */
export class DirectIdentityRequest {
  @Text({ max: 80, pattern: NAME, shape: NAME_SHAPE, isFree: true, about: 'Nom de naissance' })
  readonly birthName: string;

  @TextList({
    min: 1,
    max: 10,
    item: { max: 80, pattern: NAME, shape: NAME_SHAPE, isFree: true },
    about: 'Prénoms, dans l’ordre de l’état civil',
  })
  readonly firstNames: string[];

  @OptionalText({ max: 80, pattern: NAME, shape: NAME_SHAPE, isFree: true, about: 'Nom d’usage' })
  readonly usageName?: string | null;

  @CodeOf(SEXES)
  readonly sex: Sex;

  @Day({ about: 'Date de naissance', example: '2005-03-11' })
  readonly birthDate: LocalDate;

  @OptionalText({
    max: 5,
    pattern: PLACE,
    shape: 'code INSEE de commune ou de pays',
    about: 'Lieu de naissance',
  })
  readonly birthPlaceCode?: string | null;

  @OptionalText({ max: 100, isFree: true, about: 'Numéro et voie' })
  readonly street?: string | null;

  @OptionalText({ max: 80, isFree: true, about: 'Complément d’adresse' })
  readonly addressComplement?: string | null;

  @Text({ max: 5, pattern: /^[0-9]{5}$/, shape: '97400', about: 'Code postal', example: '97400' })
  readonly postalCode: string;

  @OptionalCodeOf(ASSESSED_LEVELS)
  readonly assessedLevel?: AssessedLevel | null;

  @OptionalText({ max: 20, pattern: PHONE, shape: '0692000000', about: 'Téléphone' })
  readonly phone?: string | null;

  @OptionalText({ max: 254, pattern: EMAIL, shape: 'nom@domaine.fr', about: 'Courriel' })
  readonly email?: string | null;
}

/** Body of `correct`: all that is said of an applicant, told anew. */
export class CorrectDirectApplicantRequest {
  @Text({
    max: 5,
    pattern: PLACE,
    shape: 'code INSEE de commune ou de pays',
    about: 'Commune de résidence ; pays (99xxx) à l’étranger, 99999 quand elle est inconnue',
    example: '97411',
  })
  readonly residenceCode: string;

  @CodeOf(AGE_BANDS)
  readonly ageBand: AgeBand;

  @CodeOf(DIRECT_OUTCOMES)
  readonly outcome: DirectOutcome;

  @Day({ about: 'Jour de la décision' })
  readonly decidedOn: LocalDate;

  @OptionalDay({ about: 'Jour de l’invitation, aujourd’hui par défaut' })
  readonly invitedOn?: LocalDate | null;

  @OptionalText({ max: 14, about: 'Mission locale choisie ; vide, la commune la désigne' })
  readonly missionLocale?: string | null;

  @OptionalDay({ about: 'Jour de l’accord du jeune à la transmission de son identité' })
  readonly agreedOn?: LocalDate | null;

  @OptionalNested(DirectIdentityRequest, { about: 'Identité, seulement avec un accord' })
  readonly youngPerson?: DirectIdentityRequest | null;
}

/** Body of `POST /api/v1/direct-applicants`. */
export class RecordDirectApplicantRequest extends CorrectDirectApplicantRequest {
  @Text({ ...NUMBER, about: 'Numéro de dossier de l’unité', example: 'RE-2026-00414' })
  readonly unitFileNumber: string;
}

/** Body of `assign`. */
export class AssignDirectApplicantRequest {
  @Text({ max: 14, about: 'Code de la mission locale choisie' })
  readonly missionLocale: string;
}

/** Body of `answer`: the same codes as for a return. */
export class AnswerDirectApplicantRequest {
  @CodeOf(RETURN_ANSWERS)
  readonly code: ReturnAnswer;

  @OptionalDay({ about: 'Jour du contact, aujourd’hui par défaut' })
  readonly contactedOn?: LocalDate | null;
}
