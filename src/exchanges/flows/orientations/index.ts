import type { FlowFolder } from '../flow-folder.js';
import { ApplyOrientations } from './apply.js';
import { DeliverOrientations } from './deliver.js';
import { ORIENTATIONS } from './flow.js';
import { RetellLines } from './retell-lines.js';

/** ORI, whole. */
export const ORIENTATIONS_FOLDER = {
  flow: ORIENTATIONS,
  application: ApplyOrientations,
  delivery: DeliverOrientations,
  parts: [RetellLines],
} as const satisfies FlowFolder<typeof ORIENTATIONS>;
