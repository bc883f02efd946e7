import type { FlowFolder } from '../flow-folder.js';
import { ApplySuivisCej } from './apply.js';
import { DeliverSuivisCej } from './deliver.js';
import { SUIVIS_CEJ } from './flow.js';
import { ReadMonthRecords } from './month-records.js';
import { RetellMonths } from './retell-months.js';

/** CEM, whole. */
export const SUIVIS_CEJ_FOLDER = {
  flow: SUIVIS_CEJ,
  application: ApplySuivisCej,
  delivery: DeliverSuivisCej,
  parts: [ReadMonthRecords, RetellMonths],
} as const satisfies FlowFolder<typeof SUIVIS_CEJ>;
