import { addDays, type AsOf, type FieldIssue, type LocalDate } from '../../kernel/index.js';
import {
  isMasked,
  isMedical,
  recordedCode,
  type Candidacy,
  type MedicalConclusion,
} from './candidacy.js';
import type { AssessedLevel, OutcomeCode } from './code-lists.js';

/** What a guard may look at besides the candidacy. */
export interface CandidacyContext {
  readonly today: LocalDate;
  /** The outcome about to be written, for `decide`. */
  readonly outcome?: { readonly code: OutcomeCode; readonly decidedOn: LocalDate };
  readonly asOf: AsOf;
  /** The conclusion behind a masked outcome, for `decide` and `reopen`. */
  readonly medical: MedicalConclusion | null;
  /** True when the row corrects the past, which alone may go back (exchange.md 7.a). */
  readonly isCorrection: boolean;
}

/** Refusals of the guards, codes of exchange.md 6.5. */
export type CandidacyRefusal = 'SUITE_CONTRADICTOIRE' | 'CHRONOLOGIE' | 'TRANSITION_INTERDITE';

/** Outcomes that leave the door open from a given day on (domain.md 3.2). */
const REOPENABLE: readonly string[] = ['AJOURNE', 'INAPTE_TEMPORAIRE'];

/**
 * Why an outcome may not be written over the present one (exchange.md 6.5 #88): a later decision
 * wins, another code on the same day contradicts, an earlier one is out of order.
 */
export function decisionRefusal(
  candidacy: Candidacy,
  { outcome, medical, isCorrection }: CandidacyContext,
): CandidacyRefusal | undefined {
  const present = candidacy.decision;
  if (!present || !outcome || isCorrection) return undefined;
  if (outcome.decidedOn > present.decidedOn) return undefined;
  if (outcome.decidedOn < present.decidedOn) return 'CHRONOLOGIE';
  // A conclusion purged at its term can contradict nothing any more: all that is left is that it was one.
  if (isMasked(present) && !medical) {
    return isMedical(outcome.code) ? undefined : 'SUITE_CONTRADICTOIRE';
  }
  return outcome.code === trueCode(candidacy, medical) ? undefined : 'SUITE_CONTRADICTOIRE';
}

/** The outcome behind the mask, when the one who decides was given it. */
function trueCode(candidacy: Candidacy, medical: CandidacyContext['medical']): string | undefined {
  return isMasked(candidacy.decision) ? medical?.code : candidacy.decision?.code;
}

/**
 * Why a decided candidacy may not be taken up again (exchange.md 7.a, transition table): only after a
 * decision that leaves the door open, from its day on; or because the decision itself was a mistake.
 */
export function reopeningRefusal(
  candidacy: Candidacy,
  { asOf, medical, isCorrection }: CandidacyContext,
): CandidacyRefusal | undefined {
  if (isCorrection) return undefined;
  const code = trueCode(candidacy, medical);
  if (!code || !REOPENABLE.includes(code)) return 'TRANSITION_INTERDITE';
  const from = medical?.reexaminationOn ?? candidacy.decision?.reexaminationOn ?? null;
  return from && asOf.on < from ? 'TRANSITION_INTERDITE' : undefined;
}

/**
 * True when an act of the unit precedes the referral it answers. One day is let through: Nouméa and
 * Papeete never live the same day, and each side dates in its own zone.
 */
export function precedesReferral(on: LocalDate, referredOn: LocalDate): boolean {
  return on < addDays(referredOn, -1);
}

/** An outcome as the unit gives it, by any door. */
export interface OutcomeInput {
  readonly code: OutcomeCode;
  readonly decidedOn: LocalDate;
  readonly reexaminationOn: LocalDate | null;
  readonly assessedLevel: AssessedLevel;
  readonly plannedIncorporationOn: LocalDate | null;
  readonly contingent: string | null;
}

/** What is wrong in an outcome; nothing when all is well (exchange.md 7.a, SUI). */
export function outcomeIssues(outcome: OutcomeInput, today: LocalDate): FieldIssue[] {
  return [
    ...decisionDayIssues(outcome, today),
    ...reexaminationIssues(outcome),
    ...placeIssues(outcome),
  ];
}

function decisionDayIssues({ decidedOn }: OutcomeInput, today: LocalDate): FieldIssue[] {
  if (decidedOn <= today) return [];
  const detail = 'Une décision ne peut pas être datée dans le futur.';
  return [{ pointer: '/decidedOn', code: 'DATE_FUTURE', detail }];
}

function reexaminationIssues({ code, decidedOn, reexaminationOn }: OutcomeInput): FieldIssue[] {
  const pointer = '/reexaminationOn';
  if (REOPENABLE.includes(code) && !reexaminationOn) {
    return [
      { pointer, code: 'required', detail: 'Indiquez à partir de quand le jeune peut revenir.' },
    ];
  }
  if (reexaminationOn && !REOPENABLE.includes(code)) {
    const detail = 'Cette décision n’appelle pas de date de réexamen : retirez-la.';
    return [{ pointer, code: 'constraint-error', detail }];
  }
  if (reexaminationOn && reexaminationOn <= decidedOn) {
    const detail = 'La date de réexamen doit suivre la décision.';
    return [{ pointer, code: 'CHRONOLOGIE', detail }];
  }
  return [];
}

function placeIssues(outcome: OutcomeInput): FieldIssue[] {
  const pointer = '/plannedIncorporationOn';
  if (outcome.code === 'APTE_RETENU' && !outcome.plannedIncorporationOn) {
    return [{ pointer, code: 'required', detail: 'Indiquez la date d’incorporation prévue.' }];
  }
  if (outcome.plannedIncorporationOn && outcome.plannedIncorporationOn < outcome.decidedOn) {
    const detail = 'L’incorporation prévue doit suivre la décision.';
    return [{ pointer, code: 'CHRONOLOGIE', detail }];
  }
  return [];
}

/** The decision as the record keeps it: masked when medical, its re-examination kept apart too. */
export function toDecision(outcome: OutcomeInput): NonNullable<Candidacy['decision']> {
  const code = recordedCode(outcome.code);
  const isMedicalOutcome = code !== outcome.code;
  return {
    ...outcome,
    code,
    reexaminationOn: isMedicalOutcome ? null : outcome.reexaminationOn,
    contingent: outcome.contingent ?? outcome.plannedIncorporationOn?.slice(0, 7) ?? null,
  };
}
