import type { Actor, AsOf, LocalDate } from '../../kernel/index.js';
import type { Milestone } from './code-lists.js';
import { begun, type AskedService, type FollowUpChange } from './decide-answer.js';
import type { FollowUp, FollowUpAnswer } from './follow-up.js';
import { counts, windowOf } from './milestone.rules.js';

/** What somebody answered on a page or by the API, and from when it counts among what files say. */
export interface FollowUpAct {
  readonly volunteerId: string;
  readonly milestone: Milestone;
  readonly answer: FollowUpAnswer;
  readonly asOf: AsOf;
}

/** A milestone, and what all that was said makes of it. */
export interface Restatement {
  readonly service: AskedService;
  readonly milestone: Milestone;
  /** What is on file. */
  readonly current: FollowUp | null;
  /** Null when nothing that was said answers it any more. */
  readonly answer: FollowUpAnswer | null;
  readonly today: LocalDate;
  readonly actor: Actor;
  readonly newId: () => string;
}

/**
 * Pure: the command that brings a milestone to what files and acts make of it, each already decided in its
 * turn; null when it is there. What a file alone had said, and takes back, asks the question again.
 */
export function restateAnswer(restatement: Restatement): FollowUpChange | null {
  const { service, milestone, current, answer, today, actor } = restatement;
  const isCounting = current !== null && counts(windowOf(service.exitedOn, milestone), current);
  if (!answer) {
    if (!current || !isCounting) return null;
    const after = { ...current, isTakenBack: true, version: current.version + 1 };
    return { before: current, after, command: 'take-back', actor, saidOn: today };
  }
  const { situation, situationStartedOn, source, observedOn } = answer;
  const said = { situation, situationStartedOn, source, observedOn };
  const after = { ...(current ?? begun(restatement)), ...said, isTakenBack: false };
  if (current && JSON.stringify(after) === JSON.stringify(current)) return null;
  return {
    before: current,
    after: { ...after, version: (current?.version ?? 0) + 1 },
    command: isCounting ? 'correct' : 'answer',
    actor,
    saidOn: today,
  };
}
