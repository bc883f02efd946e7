import type { Instant } from '../../kernel/index.js';
import type { ChangedRecord } from './mailbox-ports.js';

/** The part of a service that a flow tells: each is told anew when it changes, and not with the others. */
export type ServicePart = 'INC' | 'SOR' | 'CEU';

/** A service that changed since its last delivery, by the unit's file of the young person. */
export interface ChangedService extends ChangedRecord {
  readonly volunteerId: string;
  /** What the row that told it last said besides its edition; null when nothing was kept. */
  readonly toldSaid: string | null;
  /** True when the file that told it last was never collected: what it said is to be told again. */
  readonly isForgotten: boolean;
  /** The months of presence that stand now, as `monthText` writes them. */
  readonly months: readonly string[];
}

/** Finds what missions locales have not been told of services yet. Only inside a unit of work of theirs. */
export abstract class ChangedServices {
  abstract of(
    part: ServicePart,
    missionLocaleId: string,
    settledSince: Instant,
    noticeFileId: string | null,
  ): Promise<ChangedService[]>;
}
