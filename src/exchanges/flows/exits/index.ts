import type { FlowFolder } from '../flow-folder.js';
import { ApplyExits } from './apply.js';
import { DeliverExits } from './deliver.js';
import { EXITS } from './flow.js';

/** SOR, whole. */
export const EXITS_FOLDER = {
  flow: EXITS,
  application: ApplyExits,
  delivery: DeliverExits,
  parts: [],
} as const satisfies FlowFolder<typeof EXITS>;
