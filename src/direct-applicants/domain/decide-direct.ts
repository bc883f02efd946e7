import { actingRole, decide, type Actor, type LocalDate } from '../../kernel/index.js';
import { directApplicantMachine, type DirectCommand } from './direct-applicant.machine.js';
import type { DirectAnswer, DirectApplicant, DirectState } from './direct-applicant.js';

/** The rules of time of whoever has to act, on this day. */
export interface InvitationTimes {
  /** Attempts that must precede an honest "unreachable". */
  readonly attemptsNeeded: number;
  /** The day by which an invitation told today is answered. */
  readonly answerBy: LocalDate;
  /** The day of the next attempt, counted from the contact of the answer; of no answer, from today. */
  readonly attemptBy: LocalDate;
}

/** What somebody wants to do with one direct applicant. */
export interface DirectRequest {
  readonly applicant: DirectApplicant;
  readonly command: DirectCommand;
  readonly actor: Actor;
  readonly today: LocalDate;
  /** Those of the mission locale, once there is one. */
  readonly times: InvitationTimes;
  /** For `record` and `assign`: to whom, and what that comes to. */
  readonly placed?: { readonly state: DirectState; readonly missionLocaleId: string | null };
  readonly answer?: DirectAnswer;
  /** True when the code of the answer is that of whom nobody could reach. */
  readonly isUnreachable?: boolean;
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
  const { applicant, command, actor, today, times, placed, answer } = request;
  const context = {
    attemptsNeeded: times.attemptsNeeded,
    isUnreachable: request.isUnreachable ?? false,
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
function dueAfter({ times, command }: DirectRequest, to: DirectState): LocalDate | null {
  if (to !== 'announced') return null;
  return command === 'record-attempt' ? times.attemptBy : times.answerBy;
}
