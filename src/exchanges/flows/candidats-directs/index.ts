import type { FlowFolder } from '../flow-folder.js';
import { ApplyCandidatsDirects } from './apply.js';
import { DeliverCandidatsDirects } from './deliver.js';
import { CANDIDATS_DIRECTS } from './flow.js';
import { TellApplicants } from './tell-applicants.js';

/** DIR, whole. */
export const CANDIDATS_DIRECTS_FOLDER = {
  flow: CANDIDATS_DIRECTS,
  application: ApplyCandidatsDirects,
  delivery: DeliverCandidatsDirects,
  parts: [TellApplicants],
} as const satisfies FlowFolder<typeof CANDIDATS_DIRECTS>;
