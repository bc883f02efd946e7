import { ReadCandidacyRecords } from '../candidacy-records.js';
import type { FlowFolder } from '../flow-folder.js';
import { AnswerMarks } from './answer-marks.js';
import { ReadAnswerRecords } from './answer-records.js';
import { ApplySuites } from './apply.js';
import { DeliverSuites } from './deliver.js';
import { SUITES } from './flow.js';
import { OpenDirectCandidacies } from './open-direct-candidacies.js';
import { RetellAnswers } from './retell-answers.js';
import { SettleSaidAgain } from './settle-said-again.js';

/** SUI, whole. */
export const SUITES_FOLDER = {
  flow: SUITES,
  application: ApplySuites,
  delivery: DeliverSuites,
  parts: [
    ReadCandidacyRecords,
    AnswerMarks,
    SettleSaidAgain,
    ReadAnswerRecords,
    OpenDirectCandidacies,
    RetellAnswers,
  ],
} as const satisfies FlowFolder<typeof SUITES>;
