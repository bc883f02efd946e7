import type { FlowFolder } from '../flow-folder.js';
import { AttachToldLeavers } from '../told-services/attach-told-leavers.js';
import { TellServices } from '../told-services/tell-services.js';
import { ApplyIncorporations } from './apply.js';
import { DeliverIncorporations } from './deliver.js';
import { INCORPORATIONS } from './flow.js';

/** INC, whole. */
export const INCORPORATIONS_FOLDER = {
  flow: INCORPORATIONS,
  application: ApplyIncorporations,
  delivery: DeliverIncorporations,
  parts: [TellServices, AttachToldLeavers],
} as const satisfies FlowFolder<typeof INCORPORATIONS>;
