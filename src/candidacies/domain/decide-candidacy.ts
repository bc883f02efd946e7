import { actingRole, decide, isNotOlder } from '../../kernel/index.js';
import type { Actor, AsOf, LocalDate } from '../../kernel/index.js';
import type { Candidacy, MedicalConclusion } from './candidacy.js';
import { isMedical } from './candidacy.js';
import {
  candidacyMachine,
  type CandidacyCommand,
  type CandidacyRole,
} from './candidacy.machine.js';
import { toDecision, type OutcomeInput } from './candidacy.rules.js';

/** What the unit wants to do with one candidacy, by any door. */
export interface CandidacyRequest {
  readonly candidacy: Candidacy;
  readonly command: CandidacyCommand;
  readonly actor: Actor;
  readonly as?: 'referral';
  /** Civil day of the act in the unit's zone, which may be before the day it is recorded. */
  readonly effectiveOn: LocalDate;
  readonly today: LocalDate;
  readonly asOf: AsOf;
  readonly unitFileNumber?: string | null;
  readonly outcome?: OutcomeInput;
  /** The conclusion now behind a masked outcome, read for this decision only. */
  readonly medical?: MedicalConclusion | null;
  readonly isCorrection?: boolean;
}

/** What a command does once decided: the record before and after, and what is kept apart. */
export interface CandidacyChange {
  readonly before: Candidacy;
  readonly after: Candidacy;
  readonly command: CandidacyCommand;
  readonly effectiveOn: LocalDate;
  readonly actor: Actor;
  /** A conclusion to seal in its own table; null when the outcome is not medical. */
  readonly conclusion: MedicalConclusion | null;
  /** True when it changes what was said before, rather than tells what came after. */
  readonly isCorrection?: boolean;
}

export type CandidacyDecision =
  | { readonly ok: true; readonly change: CandidacyChange }
  | { readonly ok: false; readonly refusal: string };

/**
 * Pure: applies the life-cycle to one request. Screens, API and files all pass here.
 * @throws Error for a `decide` without an outcome
 */
export function decideCandidacy(request: CandidacyRequest): CandidacyDecision {
  const { candidacy, command, actor, today, asOf, outcome } = request;
  if (command === 'decide' && !outcome) throw new Error('a decision has an outcome');
  const role: CandidacyRole = request.as ?? actingRole(actor);
  const decision = decide(candidacyMachine, candidacy, command, role, {
    today,
    asOf,
    ...(outcome ? { outcome } : {}),
    medical: request.medical ?? null,
    isCorrection: request.isCorrection ?? false,
  });
  if (!decision.ok) return { ok: false, refusal: decision.refusal };
  const after: Candidacy = {
    ...candidacy,
    ...(request.as === 'referral' ? {} : writtenByUnit(request)),
    state: decision.to,
    stateOn: command === 'acknowledge' ? candidacy.stateOn : request.effectiveOn,
    version: candidacy.version + 1,
  };
  const { effectiveOn, isCorrection = false } = request;
  const change = { before: candidacy, after, command, effectiveOn, actor, isCorrection };
  return { ok: true, change: { ...change, conclusion: conclusionOf(outcome) } };
}

/** What follows from a withdrawal writes nothing of this: the unit did not act. */
function writtenByUnit(request: CandidacyRequest): Partial<Candidacy> {
  const { candidacy, asOf, effectiveOn } = request;
  return {
    ...writtenByCommand(request),
    unitFileNumber: request.unitFileNumber ?? candidacy.unitFileNumber,
    acknowledgedOn: candidacy.acknowledgedOn ?? effectiveOn,
    // An act about an earlier day was decided on what is known today: the date never goes back.
    asOf: isNotOlder(asOf, candidacy.asOf) ? asOf : candidacy.asOf,
  };
}

function writtenByCommand({ command, outcome, effectiveOn }: CandidacyRequest): Partial<Candidacy> {
  if (command === 'convoke') return { convokedOn: effectiveOn };
  if (command === 'decide' && outcome) return { decision: toDecision(outcome) };
  if (command === 'reopen') return { decision: null };
  return {};
}

function conclusionOf(outcome: OutcomeInput | undefined): MedicalConclusion | null {
  if (!outcome || !isMedical(outcome.code)) return null;
  return { code: outcome.code, reexaminationOn: outcome.reexaminationOn };
}
