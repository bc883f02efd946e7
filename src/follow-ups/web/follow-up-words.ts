import { labelOf, type LocalDate } from '../../kernel/index.js';
import { longDate, shortDate, typeset } from '../../platform/french/index.js';
import { EXIT_SITUATIONS, type ExitSituation } from '../../volunteers/index.js';
import {
  FOLLOW_UP_SOURCES,
  NO_REPLY,
  type FollowUpSource,
  type Milestone,
} from '../domain/code-lists.js';
import type { FollowUpState } from '../domain/milestone.rules.js';
import type { FollowUpAnswerView, FollowUpView } from '../http/follow-up.view.js';

export const FOLLOW_UPS_PATH = '/devenirs';

/** Who answers on the pages: the same people as by the API. */
export const ADVISERS = { roles: ['ml-adviser', 'ml-manager'] } as const;

/** Who reads: the unit sees what became of its volunteers. */
export const FOLLOW_UP_PAGE_READERS = {
  roles: [...ADVISERS.roles, 'recruiter', 'insertion-officer', 'unit-manager'],
} as const;

/** A milestone, in a cell. */
export const MILESTONE_WORDS: Readonly<Record<Milestone, string>> = {
  M3: '3 mois',
  M6: '6 mois',
  M12: '12 mois',
};

/** Where a milestone is answered. */
export function answerPath({
  volunteerId,
  milestone,
}: Pick<FollowUpView, 'volunteerId' | 'milestone'>): string {
  return `${FOLLOW_UPS_PATH}/${volunteerId}/${milestone}`;
}

/** A situation in words. */
export function situationWords(situation: string): string {
  return typeset(labelOf(EXIT_SITUATIONS, situation as ExitSituation));
}

/** What was answered, in one line. */
export function answerWords({ situation, source }: FollowUpAnswerView): string {
  return source === NO_REPLY ? 'Le jeune n’a pas répondu' : situationWords(situation);
}

/** How and when it was known, in one line. */
export function sourceWords({
  source,
  observedOn,
  situationStartedOn,
}: FollowUpAnswerView): string {
  const day = shortDate(observedOn as LocalDate);
  if (source === NO_REPLY) return `Constaté le ${day}`;
  const since = situationStartedOn
    ? `depuis le ${shortDate(situationStartedOn as LocalDate)}, `
    : '';
  const known = labelOf(FOLLOW_UP_SOURCES, source as FollowUpSource);
  const said = `${since}${known.charAt(0).toLowerCase()}${known.slice(1)} le ${day}`;
  return typeset(said.charAt(0).toUpperCase() + said.slice(1));
}

/** Where a milestone stands, in a sentence that says what is next. */
export function standingWords({ state, opensOn, closesOn, answer }: FollowUpView): string {
  const words: Readonly<Record<FollowUpState, string>> = {
    upcoming: `La question se posera à partir du ${longDate(opensOn as LocalDate)}.`,
    open: `À renseigner jusqu’au ${longDate(closesOn as LocalDate)}.`,
    answered: answer ? `${answerWords(answer)}. ${sourceWords(answer)}.` : '',
    closed: `Resté sans réponse : la fenêtre s’est fermée le ${longDate(closesOn as LocalDate)}, on ne peut plus répondre.`,
  };
  return typeset(words[state as FollowUpState]);
}
