import type { ListedPrerequisite, PrerequisiteTick } from '../domain/prerequisite-list.js';

/** Which prerequisites each scheme asks for, from a day to a day. */
export abstract class PrerequisiteList {
  abstract all(): Promise<ListedPrerequisite[]>;
  /** Adds and replaces, found by scheme, code and first day; in the technical scope. */
  abstract saveAll(list: readonly ListedPrerequisite[]): Promise<void>;
}

/** The boxes ticked on a referral; for its mission locale alone. */
export abstract class PrerequisiteTicks {
  abstract of(referralId: string): Promise<PrerequisiteTick[]>;
}
