import type { LocalDate } from '../../kernel/index.js';
import type { FollowUpSource, Milestone } from './code-lists.js';

/** What the mission locale says of one milestone: codes and days, never an employer, never a text. */
export interface FollowUpAnswer {
  /** Of the list of situations at exit; each door checks it. */
  readonly situation: string;
  /** Since when; null when it is not known. */
  readonly situationStartedOn: LocalDate | null;
  readonly source: FollowUpSource;
  /** The day of which it is true. */
  readonly observedOn: LocalDate;
}

/** An answer on file. That it is asked for, and whether it still counts, is computed from the exit. */
export interface FollowUp extends FollowUpAnswer {
  readonly id: string;
  readonly volunteerId: string;
  readonly unitId: string;
  readonly missionLocaleId: string;
  readonly milestone: Milestone;
  /** True once the file that said it took it back: the milestone is not answered. */
  readonly isTakenBack: boolean;
  readonly version: number;
}
