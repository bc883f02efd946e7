import type { PersonActor } from '../../../kernel/index.js';
import type { Fact } from '../../../platform/pages/index.js';

/** A contract of a young person beside their referrals, in words. */
export interface SupportContract {
  readonly href: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly warnings: readonly string[];
}

/** What the pages of a referral and of a young person show of the support scheme. */
export interface SupportSection {
  readonly contracts: readonly SupportContract[];
  /** Where a contract is recorded that no referral told. */
  readonly recordHref: string;
}

/** Answered by the feature that keeps the contracts, which is above. */
export abstract class SupportSections {
  abstract ofPerson(personId: string, actor: PersonActor): Promise<SupportSection>;
}
