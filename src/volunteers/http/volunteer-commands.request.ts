import type { LocalDate, Month } from '../../kernel/index.js';
import {
  CodeOf,
  Day,
  Flag,
  ListOfCodes,
  MonthField,
  OptionalCodeOf,
  OptionalDay,
  OptionalText,
  Uuid,
} from '../../platform/fields/index.js';
import { ASSESSED_LEVELS } from '../../candidacies/index.js';
import { VOLUNTEER_TYPES } from '../../referrals/index.js';
import {
  CERTIFICATIONS,
  EXIT_REASONS,
  EXIT_SITUATIONS,
  INCORPORATION_STATUSES,
  type Certification,
  type ExitReason,
  type ExitSituation,
  type IncorporationStatus,
} from '../domain/code-lists.js';
import type { LevelAtExit, VolunteerType } from '../domain/volunteer.js';
import type { ExitInput, IncorporationInput } from '../domain/volunteer.rules.js';

const TRACK = { max: 40, pattern: /^[A-Z0-9_-]{1,40}$/, shape: 'capitales, chiffres, - et _' };
const SITE = { max: 40, pattern: /^[A-Z0-9_-]{1,40}$/, shape: 'capitales, chiffres, - et _' };

/** Body of `resume`: when it was known, today by default. */
export class DatedVolunteerRequest {
  @OptionalDay({ about: 'Jour de l’acte, aujourd’hui par défaut' })
  readonly effectiveOn?: LocalDate | null;
}

/** Body of the commands `incorporate`, `postpone` and `miss` (exchange.md 7.a, INC). */
export class IncorporateRequest {
  @OptionalDay({ about: 'Jour de l’incorporation ; à venir, ou absent, pour un report' })
  readonly incorporatedOn?: LocalDate | null;

  @CodeOf(VOLUNTEER_TYPES)
  readonly volunteerType: VolunteerType;

  @OptionalText({ ...TRACK, about: 'Code de la filière' })
  readonly track?: string | null;

  @OptionalText({ ...SITE, about: 'Code du site' })
  readonly site?: string | null;

  @OptionalDay({ about: 'Fin prévue du contrat, exigée pour une incorporation' })
  readonly plannedEndOn?: LocalDate | null;
}

/** Body of `POST /api/v1/volunteers`: how the day of incorporation of a selected candidate went. */
export class BeginServiceRequest extends IncorporateRequest {
  @Uuid({ about: 'Candidature retenue' })
  readonly candidacyId: string;

  @CodeOf(INCORPORATION_STATUSES)
  readonly status: IncorporationStatus;
}

/** Body of `amend`. */
export class AmendRequest {
  @OptionalText({ ...TRACK, about: 'Code de la filière' })
  readonly track?: string | null;

  @OptionalText({ ...SITE, about: 'Code du site' })
  readonly site?: string | null;

  @Day({ about: 'Fin prévue du contrat' })
  readonly plannedEndOn: LocalDate;
}

/** Body of `report-presence` (exchange.md 7.a, CEU): never why someone is away. */
export class ReportPresenceRequest {
  @MonthField({ about: 'Mois dont il est question' })
  readonly month: Month;

  @Flag({ about: 'En service ce mois' })
  readonly isInService: boolean;

  @Flag({ about: 'Absent depuis longtemps, sans le motif' })
  readonly isLongAbsent: boolean;
}

/** Body of `announce-exit`, `exit` and `correct-exit` (exchange.md 7.a, SOR). */
export class ExitRequest {
  @Day({ about: 'Jour de la sortie ; à venir pour une annonce' })
  readonly exitedOn: LocalDate;

  @CodeOf(EXIT_REASONS)
  readonly reason: ExitReason;

  @CodeOf(EXIT_SITUATIONS)
  readonly situation: ExitSituation;

  @Flag({ about: 'Le jeune souhaite être accompagné par la mission locale' })
  readonly wantsSupport: boolean;

  @ListOfCodes(CERTIFICATIONS, { min: 0, max: 7 })
  readonly certifications: readonly Certification[];

  @OptionalCodeOf(ASSESSED_LEVELS)
  readonly assessedLevel?: LevelAtExit | null;
}

/** The incorporation of a validated body. */
export function toIncorporation(body: IncorporateRequest): IncorporationInput {
  return {
    incorporatedOn: body.incorporatedOn ?? null,
    volunteerType: body.volunteerType,
    track: body.track ?? null,
    site: body.site ?? null,
    plannedEndOn: body.plannedEndOn ?? null,
  };
}

/** The exit of a validated body. */
export function toExit(body: ExitRequest, isAnnounced: boolean): ExitInput {
  const { exitedOn, reason, situation, wantsSupport, certifications } = body;
  const assessedLevel = body.assessedLevel ?? null;
  return {
    exitedOn,
    isAnnounced,
    reason,
    situation,
    wantsSupport,
    certifications,
    assessedLevel,
  };
}
