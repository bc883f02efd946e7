import { longInstant } from '../../../platform/french/index.js';
import type { ReportRead } from '../../use-cases/read-report.js';
import type { ReportStatus } from './report-files.js';

/** Where national bodies read the clock. */
const ZONE = 'Europe/Paris';

/** Whether the figures may still move, in words. */
export function statusOf({ readAt }: ReportRead): ReportStatus {
  return {
    at: readAt,
    lines: [
      `Chiffres provisoires, calculés le ${longInstant(readAt, ZONE)} (heure de Paris) : une correction peut encore les changer tant que le rapport n’est pas figé.`,
    ],
  };
}
