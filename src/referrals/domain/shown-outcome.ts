import type { ReferralOutcome } from './referral.js';

/** What is read in place of a medical outcome by all who have no right to it (interface.md 0.3). */
export const MASKED_OUTCOME = 'NON_RETENU';

/**
 * An outcome as lists and exports show it: a refusal after selection reads like a medical one, so
 * that the masked code gives nobody away.
 */
export function listedOutcome(outcome: ReferralOutcome | null): ReferralOutcome | null {
  if (!outcome) return null;
  return outcome.code === 'NON_RETENU_SELECTION' ? { ...outcome, code: MASKED_OUTCOME } : outcome;
}

/** True when a conclusion is kept apart, behind the masked code. */
export function isMaskedOutcome(outcome: ReferralOutcome | null): boolean {
  return outcome?.code === MASKED_OUTCOME;
}
