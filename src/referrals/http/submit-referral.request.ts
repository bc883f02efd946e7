import { isUnitCode, type LocalDate } from '../../kernel/index.js';
import {
  GuardianshipRequest,
  toGuardianship,
  toPersonDetails,
  YoungPersonRequest,
} from '../../people/index.js';
import {
  CodeOf,
  Day,
  ListOfCodes,
  Nested,
  OptionalDay,
  OptionalFlag,
  OptionalNested,
  OptionalText,
  Text,
} from '../../platform/fields/index.js';
import {
  DIPLOMA_LEVELS,
  PREREQUISITES,
  SUPPORT_SCHEMES,
  VOLUNTEER_TYPES,
  type DiplomaLevel,
  type Prerequisite,
  type SupportScheme,
  type VolunteerType,
} from '../domain/code-lists.js';
import type { SubmitReferralCommand } from '../use-cases/submit-referral.js';

/** Body of `POST /api/v1/referrals` (contract.md 2). */
export class SubmitReferralRequest {
  @Text({ max: 14, about: 'Code du régiment ou du centre', example: 'RSMA-RE' })
  readonly unit: string;

  @Nested(YoungPersonRequest, { about: 'Le jeune orienté' })
  readonly youngPerson: YoungPersonRequest;

  @CodeOf(VOLUNTEER_TYPES)
  readonly volunteerType: VolunteerType;

  @OptionalText({
    max: 30,
    pattern: /^[A-Z0-9_-]+$/,
    shape: 'code de la filière',
    about: 'Filière souhaitée',
  })
  readonly trackWish?: string | null;

  @CodeOf(DIPLOMA_LEVELS)
  readonly diplomaLevel: DiplomaLevel;

  @CodeOf(SUPPORT_SCHEMES)
  readonly support: SupportScheme;

  @OptionalDay({ about: 'Début du CEJ' })
  readonly cejStartsOn?: LocalDate | null;

  @OptionalDay({ about: 'Fin prévue du CEJ' })
  readonly cejEndsOn?: LocalDate | null;

  @ListOfCodes(PREREQUISITES)
  readonly prerequisites: Prerequisite[];

  @Day({ about: 'Jour où la notice d’information a été remise au jeune' })
  readonly informedOn: LocalDate;

  @Text({ max: 10, about: 'Version de la notice', example: '1' })
  readonly noticeVersion: string;

  @OptionalText({ max: 254, about: 'Boîte fonctionnelle du référent' })
  readonly referentMailbox?: string | null;

  @OptionalNested(GuardianshipRequest, {
    about:
      'Pour un jeune mineur transmis tout de suite : l’accord du représentant légal ; sans lui, rien n’est transmis',
  })
  readonly guardianship?: GuardianshipRequest | null;

  @OptionalFlag({ about: 'Transmettre tout de suite ; sinon un brouillon est gardé' })
  readonly submit?: boolean | null;
}

/** The command of a validated body. */
export function toCommand(request: SubmitReferralRequest): SubmitReferralCommand {
  return {
    unitCode: isUnitCode(request.unit) ? request.unit : request.unit.toUpperCase(),
    person: toPersonDetails(request.youngPerson),
    details: {
      volunteerType: request.volunteerType,
      trackWish: request.trackWish ?? null,
      diplomaLevel: request.diplomaLevel,
      support: request.support,
      cejStartsOn: request.cejStartsOn ?? null,
      cejEndsOn: request.cejEndsOn ?? null,
      prerequisites: request.prerequisites,
      informedOn: request.informedOn,
      noticeVersion: request.noticeVersion,
      referentMailbox: request.referentMailbox ?? null,
    },
    isSubmitted: request.submit ?? false,
    guardianship: toGuardianship(request.guardianship),
  };
}
