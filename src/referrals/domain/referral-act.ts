import type { AsOf, LocalDate } from '../../kernel/index.js';
import type { ReferralDetails } from './referral.js';
import type { ReferralCommand } from './referral.machine.js';

/** An act of the mission locale by page or API, with what it told: files are read again from their bytes. */
export interface ReferralAct {
  readonly referralId: string;
  readonly command: ReferralCommand;
  readonly effectiveOn: LocalDate;
  readonly said: {
    /** What was known when it was done: it counts after that, and before what came later. */
    readonly asOf: AsOf | null;
    readonly details: ReferralDetails;
  };
}
