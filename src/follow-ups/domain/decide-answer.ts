import type { Actor, FieldIssue, LocalDate } from '../../kernel/index.js';
import { NO_REPLY, UNKNOWN_SITUATION, type Milestone } from './code-lists.js';
import type { FollowUp, FollowUpAnswer } from './follow-up.js';
import { counts, isWithin, windowOf, type MilestoneWindow } from './milestone.rules.js';

/** Whose milestone is answered. */
export interface AskedService {
  readonly volunteerId: string;
  readonly unitId: string;
  readonly missionLocaleId: string;
  readonly exitedOn: LocalDate;
}

/** What a mission locale says of one milestone of one exit. */
export interface AnswerRequest {
  readonly service: AskedService;
  readonly milestone: Milestone;
  /** What is on file for it already. */
  readonly current: FollowUp | null;
  readonly answer: FollowUpAnswer;
  /** Today where the mission locale is. */
  readonly today: LocalDate;
  readonly actor: Actor;
  /** For the first answer. */
  readonly newId: () => string;
}

/** A first answer, another one in its place, or none any more: a file took back what it alone had said. */
export type FollowUpCommand = 'answer' | 'correct' | 'take-back';

/** What an answer does once decided. */
export interface FollowUpChange {
  readonly before: FollowUp | null;
  readonly after: FollowUp;
  readonly command: FollowUpCommand;
  readonly actor: Actor;
  /** The day on which it is said, where the mission locale is. */
  readonly saidOn: LocalDate;
}

export type AnswerDecision =
  | { readonly ok: true; readonly change: FollowUpChange }
  | {
      readonly ok: false;
      readonly refusal: 'not-open' | 'closed';
      readonly window: MilestoneWindow;
    }
  | { readonly ok: false; readonly refusal: 'invalid'; readonly issues: readonly FieldIssue[] };

/** Pure: page, API and files pass here. What counts already may be corrected after its window: it must be true. */
export function decideAnswer(request: AnswerRequest): AnswerDecision {
  const { service, milestone, current, answer, today, actor } = request;
  const window = windowOf(service.exitedOn, milestone);
  const isCorrection = counts(window, current);
  if (today < window.opensOn) return { ok: false, refusal: 'not-open', window };
  if (today > window.closesOn && !isCorrection) return { ok: false, refusal: 'closed', window };
  const issues = answerIssues(answer, window, today);
  if (issues.length > 0) return { ok: false, refusal: 'invalid', issues };
  const after = { ...(current ?? begun(request)), ...answer, isTakenBack: false };
  return {
    ok: true,
    change: {
      before: current,
      after: { ...after, version: (current?.version ?? 0) + 1 },
      command: isCorrection ? 'correct' : 'answer',
      actor,
      saidOn: today,
    },
  };
}

/** What is wrong with an answer, on its fields. */
export function answerIssues(
  { situation, situationStartedOn, source, observedOn }: FollowUpAnswer,
  window: MilestoneWindow,
  today: LocalDate,
): FieldIssue[] {
  const isUnknown = situation === UNKNOWN_SITUATION;
  const found: [boolean, string, string, string][] = [
    [observedOn > today, '/observedOn', 'DATE_FUTURE', 'Ce jour n’est pas encore venu.'],
    [
      !isWithin(window, observedOn),
      '/observedOn',
      'DATE_HORS_FENETRE',
      'La date d’observation est hors de la fenêtre de ce jalon.',
    ],
    [
      situationStartedOn !== null && situationStartedOn > observedOn,
      '/situationStartedOn',
      'CHRONOLOGIE',
      'La situation a commencé au plus tard le jour où vous l’avez constatée.',
    ],
    [
      (source === NO_REPLY) !== isUnknown,
      '/source',
      'INCOHERENT',
      source === NO_REPLY
        ? 'Sans réponse du jeune, la situation est « Situation non connue ».'
        : 'Une situation non connue se dit avec la source « Le jeune n’a pas répondu ».',
    ],
    [
      isUnknown && situationStartedOn !== null,
      '/situationStartedOn',
      'INCOHERENT',
      'Une situation non connue n’a pas de date de début.',
    ],
  ];
  return found.flatMap(([isWrong, pointer, code, detail]) =>
    isWrong ? [{ pointer, code, detail }] : [],
  );
}

/** An answer that begins. */
export function begun({
  service,
  milestone,
  newId,
}: Pick<AnswerRequest, 'service' | 'milestone' | 'newId'>) {
  const { volunteerId, unitId, missionLocaleId } = service;
  return { id: newId(), volunteerId, unitId, missionLocaleId, milestone };
}
