import type { FlowFolder } from '../flow-folder.js';
import { ApplyPresences } from './apply.js';
import { DeliverPresences } from './deliver.js';
import { PRESENCES } from './flow.js';

/** CEU, whole. */
export const PRESENCES_FOLDER = {
  flow: PRESENCES,
  application: ApplyPresences,
  delivery: DeliverPresences,
  parts: [],
} as const satisfies FlowFolder<typeof PRESENCES>;
