import { isMasked, type Candidacy, type MedicalConclusion } from './candidacy.js';
import { toDecision, type OutcomeInput } from './candidacy.rules.js';

/**
 * True when a file already says an outcome, word for word. A conclusion purged at its term can
 * contradict nothing any more.
 */
export function saysOutcome(
  { decision }: Pick<Candidacy, 'decision'>,
  medical: MedicalConclusion | null,
  outcome: OutcomeInput,
): boolean {
  if (!decision) return false;
  const sent = toDecision(outcome);
  const isSameRecord =
    sent.code === decision.code &&
    sent.decidedOn === decision.decidedOn &&
    sent.reexaminationOn === decision.reexaminationOn &&
    sent.assessedLevel === decision.assessedLevel &&
    sent.plannedIncorporationOn === decision.plannedIncorporationOn &&
    sent.contingent === decision.contingent;
  if (!isSameRecord || !isMasked(decision) || !medical) return isSameRecord;
  return medical.code === outcome.code && medical.reexaminationOn === outcome.reexaminationOn;
}
