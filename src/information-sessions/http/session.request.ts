import type { CodeList, LocalDate } from '../../kernel/index.js';
import {
  CodeOf,
  Day,
  OptionalCodeOf,
  OptionalText,
  OptionalWholeNumber,
  Text,
  Uuid,
  WholeNumber,
} from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import {
  ATTENDANCES,
  CANCEL_REASONS,
  UNIT_PRESENCES,
  type Attendance,
  type CancelReason,
  type UnitPresence,
} from '../domain/code-lists.js';
import { SESSION_STATES, type SessionState } from '../domain/information-session.js';
import { LONGEST_PLACE, MOST_SEATS } from '../domain/plan.rules.js';

/** Most people a unit sends. */
const MOST_STAFF = 20;

const STATES: CodeList = {
  name: 'state',
  about: 'Séance prévue (planned), tenue ou non, ou annulée (cancelled)',
  values: SESSION_STATES.map((code) => ({ code, label: code })),
};

/** Query of `GET /api/v1/information-sessions`. */
export class ListSessionsRequest extends PageRequest {
  @OptionalCodeOf(STATES)
  readonly state?: SessionState | null;

  @OptionalText({ max: 20, about: 'Code de la mission locale' })
  readonly missionLocale?: string | null;

  @OptionalText({ max: 20, about: 'Code de l’unité' })
  readonly unit?: string | null;
}

/** Body of `POST /api/v1/information-sessions`. */
export class PlanSessionRequest {
  @Text({ max: 20, about: 'Code de l’unité invitée' })
  readonly unit: string;

  @Day({ about: 'Jour de la séance' })
  readonly startsOn: LocalDate;

  @Text({
    max: 5,
    pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
    shape: 'HH:MM',
    about: 'Heure de début, à l’heure de la mission locale',
  })
  readonly startTime: string;

  @Text({ max: LONGEST_PLACE, isFree: true, about: 'Lieu ; jamais le nom d’un jeune' })
  readonly place: string;

  @WholeNumber({ min: 1, max: MOST_SEATS, about: 'Nombre de places' })
  readonly seats: number;
}

/** Body of `answer`: whether the unit comes. */
export class AnswerSessionRequest {
  @CodeOf(UNIT_PRESENCES)
  readonly presence: UnitPresence;

  @OptionalWholeNumber({
    min: 1,
    max: MOST_STAFF,
    about: 'Nombre d’agents présents ; un par défaut',
  })
  readonly staff?: number | null;
}

/** Body of `register` and `unregister`. */
export class RegistrationRequest {
  @Uuid({ about: 'Identifiant d’un jeune de la mission locale' })
  readonly youngPersonId: string;
}

/** Body of `record-attendance`. */
export class AttendanceRequest extends RegistrationRequest {
  @CodeOf(ATTENDANCES)
  readonly attendance: Attendance;
}

/** Body of `cancel`. */
export class CancelSessionRequest {
  @CodeOf(CANCEL_REASONS)
  readonly reason: CancelReason;
}
