import type { FlowFolder } from '../flow-folder.js';
import { ReadAnswerRecords } from './answer-records.js';
import { ApplySuites } from './apply.js';
import { DeliverSuites } from './deliver.js';
import { SUITES } from './flow.js';
import { OpenDirectCandidacies } from './open-direct-candidacies.js';
import { RetellAnswers } from './retell-answers.js';

/** SUI, whole. */
export const SUITES_FOLDER = {
  flow: SUITES,
  application: ApplySuites,
  delivery: DeliverSuites,
  parts: [ReadAnswerRecords, OpenDirectCandidacies, RetellAnswers],
} as const satisfies FlowFolder<typeof SUITES>;
