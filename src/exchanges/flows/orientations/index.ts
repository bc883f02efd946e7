import type { FlowFolder } from '../flow-folder.js';
import { ApplyOrientations } from './apply.js';
import { DeliverOrientations } from './deliver.js';
import { ORIENTATIONS } from './flow.js';

/** ORI, whole. */
export const ORIENTATIONS_FOLDER = {
  flow: ORIENTATIONS,
  application: ApplyOrientations,
  delivery: DeliverOrientations,
  parts: [],
} as const satisfies FlowFolder<typeof ORIENTATIONS>;
