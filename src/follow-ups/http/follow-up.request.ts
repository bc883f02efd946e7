import type { CodeList, LocalDate } from '../../kernel/index.js';
import {
  CodeOf,
  OptionalCodeOf,
  OptionalDay,
  OptionalText,
  OptionalUuid,
} from '../../platform/fields/index.js';
import { PageRequest } from '../../platform/http/index.js';
import { EXIT_SITUATIONS, type ExitSituation } from '../../volunteers/index.js';
import {
  FOLLOW_UP_SOURCES,
  MILESTONES,
  type FollowUpSource,
  type Milestone,
} from '../domain/code-lists.js';
import { FOLLOW_UP_STATES, type FollowUpState } from '../domain/milestone.rules.js';

const STATES: CodeList = {
  name: 'state',
  about: 'Fenêtre à venir, ouverte, renseignée, ou fermée sans réponse',
  values: FOLLOW_UP_STATES.map((code) => ({ code, label: code })),
};

/** Query of `GET /api/v1/follow-ups`. */
export class ListFollowUpsRequest extends PageRequest {
  @OptionalCodeOf(MILESTONES)
  readonly milestone?: Milestone | null;

  @OptionalCodeOf(STATES)
  readonly state?: FollowUpState | null;

  @OptionalUuid({ about: 'Identifiant du volontaire' })
  readonly volunteer?: string | null;

  @OptionalText({ max: 24, about: 'Référence de l’orientation du jeune' })
  readonly reference?: string | null;
}

/** What became of somebody; never the name of an employer. */
export class FollowUpAnswerRequest {
  @CodeOf(EXIT_SITUATIONS)
  readonly situation: ExitSituation;

  @OptionalDay({ about: 'Début de la situation, s’il est connu' })
  readonly situationStartedOn?: LocalDate | null;

  @CodeOf(FOLLOW_UP_SOURCES)
  readonly source: FollowUpSource;

  @OptionalDay({
    about: 'Jour de l’observation, dans la fenêtre du jalon ; aujourd’hui par défaut',
  })
  readonly observedOn?: LocalDate | null;
}

/** Body of `answer`. */
export class AnswerFollowUpRequest extends FollowUpAnswerRequest {
  @CodeOf(MILESTONES)
  readonly milestone: Milestone;
}
