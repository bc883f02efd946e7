import type { ReferralOutcome } from './referral.js';
import { listedOutcome } from './shown-outcome.js';

/** An outcome that another took the place of, both as lists show them; `after` is null when none did. */
export interface ReplacedOutcome {
  readonly before: ReferralOutcome;
  readonly after: ReferralOutcome | null;
}

/**
 * What a change did to an outcome that was already given; null when there was none, or when what may be
 * shown stays the same: a history must not tell that something behind the mask moved (interface.md 0.3).
 */
export function replacedOutcome(
  before: ReferralOutcome | null,
  after: ReferralOutcome | null,
): ReplacedOutcome | null {
  const [was, is] = [shownOf(before), shownOf(after)];
  return was === null || isSame(was, is) ? null : { before: was, after: is };
}

function shownOf(outcome: ReferralOutcome | null): ReferralOutcome | null {
  const listed = listedOutcome(outcome);
  if (!listed) return null;
  const { code, decidedOn, reexaminationOn } = listed;
  return { code, decidedOn, reexaminationOn };
}

function isSame(one: ReferralOutcome, other: ReferralOutcome | null): boolean {
  return (
    one.code === other?.code &&
    one.decidedOn === other.decidedOn &&
    one.reexaminationOn === other.reexaminationOn
  );
}
