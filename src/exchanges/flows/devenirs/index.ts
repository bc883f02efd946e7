import type { FlowFolder } from '../flow-folder.js';
import { ApplyDevenirs } from './apply.js';
import { DeliverDevenirs } from './deliver.js';
import { DEVENIRS } from './flow.js';
import { ReadExitRecords } from './exit-records.js';
import { TellFollowUps } from './tell-follow-ups.js';

/** DEV, whole. */
export const DEVENIRS_FOLDER = {
  flow: DEVENIRS,
  application: ApplyDevenirs,
  delivery: DeliverDevenirs,
  parts: [ReadExitRecords, TellFollowUps],
} as const satisfies FlowFolder<typeof DEVENIRS>;
