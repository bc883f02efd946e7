import type { FileFault } from './fault-case.js';
import type { FaultTrial } from './fault-trial.js';

/** Six months before that of the trial. */
export const SIX_MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

/** A photo of a month, sent on the third of the next one; each month has its own people. */
export function photo(
  trial: FaultTrial,
  period: string,
  people: number,
  over: Readonly<Record<string, string>> | ((index: number) => Record<string, string>) = {},
): FileFault {
  const [year = 0, month = 0] = period.split('-').map(Number);
  const now = new Date(Date.UTC(year, month, 3, 8)).toISOString();
  trial.clock.set(now);
  const day = `${period}-10`;
  const dates = { date_orientation: day, date_information_jeune: day };
  return {
    emitter: '97411S00',
    nature: 'I',
    period,
    people,
    rows: (rows) =>
      rows.map((row, index) => ({
        ...row,
        ...dates,
        ...(typeof over === 'function' ? over(index) : over),
      })),
    manifest: (manifest) => {
      manifest.date_generation = now;
      // People of a month are not cited in the next ones.
      manifest.confirmations = [{ fichier: 'précédents', code: 'ABSENT_DU_STOCK' }];
    },
  };
}
