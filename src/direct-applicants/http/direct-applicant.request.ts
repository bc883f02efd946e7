import type { CodeList, LocalDate } from '../../kernel/index.js';
import { ASSESSED_LEVELS, type AssessedLevel } from '../../candidacies/index.js';
import {
  BirthDay,
  EMAIL,
  NAME,
  NAME_SHAPE,
  OptionalBirthDay,
  PHONE,
  PLACE,
  SEXES,
  type BirthDate,
  type Sex,
} from '../../people/index.js';
import {
  CodeOf,
  Day,
  OptionalCodeOf,
  OptionalDay,
  OptionalNested,
  OptionalText,
  OptionalTextList,
  OptionalWholeNumber,
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

const NAME_OF = { max: 80, pattern: NAME, shape: NAME_SHAPE, isFree: true } as const;
const FIRST_NAMES = {
  ...{ min: 1, max: 10, item: NAME_OF },
  about: 'Prénoms, dans l’ordre de l’état civil',
} as const;
const POSTAL_CODE = {
  ...{ max: 5, pattern: /^[0-9]{5}$/, shape: '97400', about: 'Code postal', example: '97400' },
} as const;
const BIRTH_DATE = {
  about: 'Date de naissance ; 00 pour un jour, ou un mois et un jour, inconnus',
  example: '2005-03-11',
} as const;
const RESIDENCE = {
  max: 5,
  pattern: PLACE,
  shape: 'code INSEE de commune ou de pays',
  about: 'Commune de résidence ; pays (99xxx) à l’étranger, 99999 quand elle est inconnue',
  example: '97411',
} as const;
const MISSION_LOCALE_CODE = {
  ...{ max: 14, about: 'Mission locale choisie ; vide, la commune la désigne' },
} as const;
const AGREED_ON = { about: 'Jour de l’accord du jeune à la transmission de son identité' } as const;

/** What may be unknown of who is named. */
class OptionalPartsRequest {
  @OptionalText({ ...NAME_OF, about: 'Nom d’usage' })
  readonly usageName?: string | null;

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

  @OptionalText({
    ...{ max: 8, pattern: /^Q[NP][0-9A-Z]{6}$/, shape: 'QN97401M' },
    about: 'Quartier prioritaire de la politique de la ville',
  })
  readonly priorityDistrict?: string | null;

  @OptionalCodeOf(ASSESSED_LEVELS)
  readonly assessedLevel?: AssessedLevel | null;

  @OptionalText({ max: 20, pattern: PHONE, shape: '0692000000', about: 'Téléphone' })
  readonly phone?: string | null;

  @OptionalText({ max: 254, pattern: EMAIL, shape: 'nom@domaine.fr', about: 'Courriel' })
  readonly email?: string | null;
}

/** Who agreed that their name passes, and how to call them back. */
export class DirectIdentityRequest extends OptionalPartsRequest {
  @Text({ ...NAME_OF, about: 'Nom de naissance' })
  readonly birthName: string;

  @TextList(FIRST_NAMES)
  readonly firstNames: string[];

  @CodeOf(SEXES)
  readonly sex: Sex;

  @BirthDay(BIRTH_DATE)
  readonly birthDate: BirthDate;

  @Text(POSTAL_CODE)
  readonly postalCode: string;
}

/** The same said anew: what is left out stays, `null` empties what may be unknown. */
export class CorrectIdentityRequest extends OptionalPartsRequest {
  @OptionalText({ ...NAME_OF, about: 'Nom de naissance' })
  readonly birthName?: string | null;

  @OptionalTextList(FIRST_NAMES)
  readonly firstNames?: string[] | null;

  @OptionalCodeOf(SEXES)
  readonly sex?: Sex | null;

  @OptionalBirthDay(BIRTH_DATE)
  readonly birthDate?: BirthDate | null;

  @OptionalText(POSTAL_CODE)
  readonly postalCode?: string | null;
}

/** Body of `POST /api/v1/direct-applicants`. */
export class RecordDirectApplicantRequest {
  @Text({ ...NUMBER, about: 'Numéro de dossier de l’unité', example: 'RE-2026-00414' })
  readonly unitFileNumber: string;

  @Text(RESIDENCE)
  readonly residenceCode: string;

  @CodeOf(AGE_BANDS)
  readonly ageBand: AgeBand;

  @CodeOf(DIRECT_OUTCOMES)
  readonly outcome: DirectOutcome;

  @Day({ about: 'Jour de la décision' })
  readonly decidedOn: LocalDate;

  @OptionalDay({ about: 'Jour de l’invitation, aujourd’hui par défaut' })
  readonly invitedOn?: LocalDate | null;

  @OptionalText(MISSION_LOCALE_CODE)
  readonly missionLocale?: string | null;

  @OptionalDay(AGREED_ON)
  readonly agreedOn?: LocalDate | null;

  @OptionalNested(DirectIdentityRequest, { about: 'Identité, seulement avec un accord' })
  readonly youngPerson?: DirectIdentityRequest | null;
}

/** What every command may say: the version that was read, so that nothing is decided on what changed. */
export class DirectCommandRequest {
  @OptionalWholeNumber({
    ...{ min: 1, max: 999_999_999 },
    about: 'Version lue ; une autre est refusée (409) et rien n’est écrit',
  })
  readonly version?: number | null;
}

/** Body of `correct`: what is left out stays as it is on file, `null` empties what may be unknown. */
export class CorrectDirectApplicantRequest extends DirectCommandRequest {
  @OptionalText(RESIDENCE)
  readonly residenceCode?: string | null;

  @OptionalCodeOf(AGE_BANDS)
  readonly ageBand?: AgeBand | null;

  @OptionalCodeOf(DIRECT_OUTCOMES)
  readonly outcome?: DirectOutcome | null;

  @OptionalDay({ about: 'Jour de la décision' })
  readonly decidedOn?: LocalDate | null;

  @OptionalDay({ about: 'Jour de l’invitation' })
  readonly invitedOn?: LocalDate | null;

  @OptionalText(MISSION_LOCALE_CODE)
  readonly missionLocale?: string | null;

  @OptionalDay({ about: `${AGREED_ON.about} ; null, l’accord est repris et l’identité effacée` })
  readonly agreedOn?: LocalDate | null;

  @OptionalNested(CorrectIdentityRequest, { about: 'Identité, seulement avec un accord' })
  readonly youngPerson?: CorrectIdentityRequest | null;
}

/** Body of `assign`. */
export class AssignDirectApplicantRequest extends DirectCommandRequest {
  @Text({ max: 14, about: 'Code de la mission locale choisie' })
  readonly missionLocale: string;
}

/** Body of `answer`: the same codes as for a return. */
export class AnswerDirectApplicantRequest extends DirectCommandRequest {
  @CodeOf(RETURN_ANSWERS)
  readonly code: ReturnAnswer;

  @OptionalDay({ about: 'Jour du contact, aujourd’hui par défaut' })
  readonly contactedOn?: LocalDate | null;
}
