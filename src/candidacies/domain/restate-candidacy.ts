import { decide, type Actor, type LocalDate } from '../../kernel/index.js';
import type { Candidacy, MedicalConclusion } from './candidacy.js';
import { candidacyMachine } from './candidacy.machine.js';
import type { CandidacyChange } from './decide-candidacy.js';

/** A candidacy as all that was said of it makes it, when that is not what its record says. */
export interface Restatement {
  readonly candidacy: Candidacy;
  readonly target: Candidacy;
  /** The conclusion behind the masked outcome of the target, when it is not the one sealed last. */
  readonly conclusion: MedicalConclusion | null;
  readonly actor: Actor;
  /** `referral` when a withdrawal is taken back. */
  readonly as?: 'referral';
  readonly effectiveOn: LocalDate;
}

/** Pure: the one command that compensates what should not have been said (exchange.md 7.e.3). */
export function restateCandidacy(restatement: Restatement): CandidacyChange {
  const { candidacy, target, conclusion, actor, effectiveOn, as = 'unit-file' } = restatement;
  const context = {
    today: effectiveOn,
    asOf: { on: effectiveOn, sequence: 0, line: 0 },
    medical: null,
    isCorrection: true,
  };
  const decided = decide(candidacyMachine, candidacy, 'restate', as, context, target.state);
  if (!decided.ok) throw new Error(`a file may always be told anew: ${decided.refusal}`);
  const after = { ...target, state: decided.to, version: candidacy.version + 1 };
  const change = { before: candidacy, after, command: 'restate', effectiveOn, actor } as const;
  return { ...change, conclusion, isCorrection: true };
}

/** True when both records tell the same, whatever their version and since whenever it is known. */
export function isToldAlike(one: Candidacy, other: Candidacy): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(candidacy: Candidacy): string {
  const { state, stateOn, acknowledgedOn, convokedOn, decision, unitFileNumber } = candidacy;
  return JSON.stringify([
    state,
    stateOn,
    acknowledgedOn,
    convokedOn,
    unitFileNumber,
    decision && [
      decision.code,
      decision.decidedOn,
      decision.reexaminationOn,
      decision.assessedLevel,
      decision.plannedIncorporationOn,
      decision.contingent,
    ],
  ]);
}
