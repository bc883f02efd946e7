import type { AsOf, LocalDate } from '../../kernel/index.js';
import type { AssessedLevel, Origin, OutcomeCode, ShownOutcomeCode } from './code-lists.js';
import { NOT_SELECTED } from './code-lists.js';

/** States of a candidacy (contract.md 2). */
export const CANDIDACY_STATES = [
  'received',
  'in-evaluation',
  'convoked',
  'decided',
  'closed',
] as const;
export type CandidacyState = (typeof CANDIDACY_STATES)[number];

/** What the unit decided, as the candidacy's own record holds it: a medical outcome is masked. */
export interface Decision {
  readonly code: ShownOutcomeCode;
  readonly decidedOn: LocalDate;
  /** From when the candidate may be seen again; null for a masked outcome, which keeps it apart. */
  readonly reexaminationOn: LocalDate | null;
  readonly assessedLevel: AssessedLevel;
  readonly plannedIncorporationOn: LocalDate | null;
  readonly contingent: string | null;
}

/** A medical conclusion: never a cause, and only in its own table (domain.md 3.3, PRV-01). */
export interface MedicalConclusion {
  readonly code: MedicalCode;
  readonly reexaminationOn: LocalDate | null;
}

/** The unit's side of one file: a referral it received, or someone who applied directly. */
export interface Candidacy {
  readonly id: string;
  readonly unitId: string;
  readonly missionLocaleId: string | null;
  readonly referralId: string | null;
  readonly personId: string;
  readonly personOwnerId: string;
  readonly origin: Origin;
  /** Number of the file in the unit's own system. */
  readonly unitFileNumber: string | null;
  readonly state: CandidacyState;
  /** Civil day, in the unit's zone, since which it is in that state. */
  readonly stateOn: LocalDate;
  readonly acknowledgedOn: LocalDate | null;
  readonly convokedOn: LocalDate | null;
  readonly decision: Decision | null;
  readonly asOf: AsOf | null;
  readonly version: number;
}

export const MEDICAL_CODES = ['INAPTE_TEMPORAIRE', 'INAPTE_DEFINITIF'] as const;
export type MedicalCode = (typeof MEDICAL_CODES)[number];

/** True for the two medical conclusions. */
export function isMedical(code: string): code is MedicalCode {
  return MEDICAL_CODES.some((medical) => medical === code);
}

/** What the candidacy's record may hold of an outcome: `NON_RETENU` in place of a medical one. */
export function recordedCode(code: OutcomeCode): ShownOutcomeCode {
  return isMedical(code) ? NOT_SELECTED : code;
}

/** True when the record hides a medical conclusion kept apart. */
export function isMasked(decision: Decision | null): boolean {
  return decision?.code === NOT_SELECTED;
}
