import { actingRole, decide, type Actor, type LocalDate } from '../../kernel/index.js';
import { dueOn, lengthOn, type DeadlineBook, type SaidAnswer } from '../../returns/index.js';
import { directApplicantMachine, type DirectCommand } from './direct-applicant.machine.js';
import type { DirectApplicant, DirectState } from './direct-applicant.js';

/** What somebody wants to do with one direct applicant. */
export interface DirectRequest {
  readonly applicant: DirectApplicant;
  readonly command: DirectCommand;
  readonly actor: Actor;
  readonly today: LocalDate;
  /** The rules of whoever has to act: the mission locale's once there is one. */
  readonly book: DeadlineBook;
  /** For `record` and `assign`: to whom, and what that comes to. */
  readonly placed?: { readonly state: DirectState; readonly missionLocaleId: string | null };
  readonly answer?: SaidAnswer;
}

/** What a command does once decided. */
export interface DirectChange {
  /** Null when the applicant is recorded. */
  readonly before: DirectApplicant | null;
  readonly after: DirectApplicant;
  readonly command: DirectCommand;
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
}

export type DirectDecision =
  | { readonly ok: true; readonly change: DirectChange }
  | { readonly ok: false; readonly refusal: string };

/** Pure: applies the life-cycle to one request. Pages, API and files all pass here. */
export function decideDirect(request: DirectRequest): DirectDecision {
  const { applicant, command, actor, today, book, placed, answer } = request;
  const context = {
    attemptsNeeded: lengthOn(book, 'return-attempts', today),
    ...(answer ? { answer } : {}),
  };
  const role = actingRole(actor);
  const decision = decide(directApplicantMachine, applicant, command, role, context, placed?.state);
  if (!decision.ok) return decision;
  const isNew = command === 'record';
  const effectiveOn = isNew ? applicant.invitedOn : (answer?.contactedOn ?? today);
  const after: DirectApplicant = {
    ...applicant,
    ...writtenBy(request),
    state: decision.to,
    stateOn: decision.to === applicant.state && !isNew ? applicant.stateOn : effectiveOn,
    dueOn: dueAfter(request, decision.to),
    version: isNew ? 1 : applicant.version + 1,
  };
  return {
    ok: true,
    change: { before: isNew ? null : applicant, after, command, effectiveOn, actor },
  };
}

function writtenBy({
  applicant,
  command,
  placed,
  answer,
}: DirectRequest): Partial<DirectApplicant> {
  switch (command) {
    case 'record':
    case 'assign':
      return { missionLocaleId: placed?.missionLocaleId ?? null, answer: null, attempts: 0 };
    case 'record-attempt':
      return answer ? { answer, attempts: applicant.attempts + 1 } : {};
    case 'answer':
      return answer ? { answer } : {};
    case 'declare-elsewhere':
      // Who said so keeps reading it until another is chosen.
      return { answer: answer ?? null };
    case 'reopen':
      return { answer: null };
    case 'withdraw':
      return { agreement: null };
  }
}

/** Counted from the day the mission locale learns of it, then from its last attempt. */
function dueAfter({ today, book, answer, command }: DirectRequest, to: DirectState) {
  if (to !== 'announced') return null;
  return command === 'record-attempt' && answer
    ? dueOn(book, 'return-next-attempt', answer.contactedOn)
    : dueOn(book, 'invitation-answer', today);
}
