import { actingRole, decide, type Actor, type AsOf, type LocalDate } from '../../kernel/index.js';
import { directApplicantMachine, type DirectCommand } from './direct-applicant.machine.js';
import type {
  DirectAnswer,
  DirectApplicant,
  DirectState,
  SaidApplicant,
} from './direct-applicant.js';

/** The rules of time of whoever has to act, on this day. */
export interface InvitationTimes {
  /** Attempts that must precede an honest "unreachable". */
  readonly attemptsNeeded: number;
  /** The day by which an invitation told today is answered. */
  readonly answerBy: LocalDate;
  /** The day by which somebody is chosen for whom nobody invites, counted as the next attempt. */
  readonly assignBy: LocalDate;
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
  /** For `record`, `correct` and `assign`: to whom, and what that comes to. */
  readonly placed?: { readonly state: DirectState; readonly missionLocaleId: string | null };
  /** For `correct`. */
  readonly said?: SaidApplicant;
  /** From when what a file says is known (exchange.md 7.e.2). */
  readonly asOf?: AsOf;
  /** For `restate`: what all that was said comes to. */
  readonly told?: Pick<DirectApplicant, 'state' | 'answer' | 'attempts' | 'stateOn' | 'dueOn'>;
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
  /** The day on which it was said, among what files say. */
  readonly saidOn: LocalDate;
  readonly actor: Actor;
}

export type DirectDecision =
  | { readonly ok: true; readonly change: DirectChange }
  | { readonly ok: false; readonly refusal: string };

/** Pure: applies the life-cycle to one request. Pages, API and files all pass here. */
export function decideDirect(request: DirectRequest): DirectDecision {
  const { applicant, command, actor, today, times, answer } = request;
  const context = {
    attemptsNeeded: times.attemptsNeeded,
    isUnreachable: request.isUnreachable ?? false,
    ...(answer ? { answer } : {}),
  };
  const role = actingRole(actor);
  const target = targetOf(request);
  const decision = decide(directApplicantMachine, applicant, command, role, context, target);
  if (!decision.ok) return decision;
  const isNew = command === 'record';
  const isByFile = actor.type === 'file';
  const isOfUnit = isNew || ['correct', 'withdraw', 'forget'].includes(command);
  const effectiveOn = isNew ? applicant.invitedOn : (answer?.contactedOn ?? today);
  const after: DirectApplicant = {
    ...applicant,
    ...writtenBy(request),
    state: decision.to,
    stateOn: stateOnAfter(request, decision.to, effectiveOn),
    dueOn: dueAfter(request, decision.to),
    ...(isOfUnit && !isByFile ? { saidOn: today } : {}),
    ...request.told,
    version: isNew ? 1 : applicant.version + 1,
  };
  return {
    ok: true,
    change: {
      before: isNew ? null : applicant,
      ...{ after, command, effectiveOn, actor },
      saidOn: request.asOf?.on ?? today,
    },
  };
}

/**
 * The day of a state. What files say is so since the day of the invitation that the last one tells, in
 * whatever order they came; an answer keeps its own.
 */
function stateOnAfter(
  { applicant, command, actor, said }: DirectRequest,
  to: DirectState,
  effectiveOn: LocalDate,
): LocalDate {
  if (command === 'correct' && said && actor.type === 'file' && to !== 'answered') {
    return said.invitedOn;
  }
  return to === applicant.state && command !== 'record' ? applicant.stateOn : effectiveOn;
}

function writtenBy({
  applicant,
  command,
  placed,
  answer,
  said,
}: DirectRequest): Partial<DirectApplicant> {
  switch (command) {
    case 'record':
    case 'assign':
      return { missionLocaleId: placed?.missionLocaleId ?? null, answer: null, attempts: 0 };
    case 'correct':
      return {
        ...said,
        ...(keepsItsPlace(applicant, placed)
          ? {}
          : { missionLocaleId: placed?.missionLocaleId ?? null, answer: null, attempts: 0 }),
      };
    case 'record-attempt':
      return answer ? { answer, attempts: applicant.attempts + 1 } : {};
    case 'answer':
      return answer ? { answer } : {};
    case 'declare-elsewhere':
      // Who said so keeps reading it until another is chosen.
      return { answer: answer ?? null };
    case 'reopen':
      return { answer: null };
    case 'restate':
      return {};
    case 'withdraw':
    case 'forget':
      return { agreement: null };
  }
}

function targetOf({ applicant, command, placed, told }: DirectRequest): DirectState | undefined {
  if (command === 'restate') return told?.state;
  if (command === 'correct' && keepsItsPlace(applicant, placed)) return applicant.state;
  return placed?.state;
}

/** What the mission locale did stands when it stays in charge of somebody who still agrees. */
function keepsItsPlace(
  { state, missionLocaleId }: DirectApplicant,
  placed: DirectRequest['placed'],
): boolean {
  const isInHand = state === 'announced' || state === 'answered';
  return isInHand && placed?.state === 'announced' && placed.missionLocaleId === missionLocaleId;
}

/**
 * Counted from the day the mission locale learns of it, then from its last attempt; of whom the unit has
 * to choose one for, from the day on which nobody invited any more.
 */
function dueAfter(
  { applicant, times, command, placed }: DirectRequest,
  to: DirectState,
): LocalDate | null {
  if (to === 'to-assign') {
    return (applicant.state === 'to-assign' ? applicant.dueOn : null) ?? times.assignBy;
  }
  if (to !== 'announced') return null;
  if (command === 'correct' && keepsItsPlace(applicant, placed)) return applicant.dueOn;
  return command === 'record-attempt' ? times.attemptBy : times.answerBy;
}
