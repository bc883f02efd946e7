import { checkFile, LOCAL_FORMATS, type LocalFormat } from '../../exchanges/index.js';
import { CHECKS_NOT_DONE } from '../../exchanges/local-check/checks-not-done.js';
import { EtalabCommunes } from '../../organisations/reference/etalab-communes.js';
import { SHIPPED_ORGANISATIONS } from '../../organisations/reference/shipped-organisations.js';
import { printFault } from '../printer.js';
import { SystemClock } from '../system-clock.js';

export interface CheckFileTaskOptions {
  readonly format: LocalFormat;
  readonly manifest?: string;
}

export const CHECK_FORMATS: readonly string[] = LOCAL_FORMATS;

/** Contract.md 1: the file could not be read. */
const UNREADABLE = 2;

/**
 * `check-file`: the report of a file before it is sent, on the standard output. The exit status is 0
 * when it conforms, 1 with anomalies, 2 when it cannot be read. Needs no database.
 */
export async function checkOneFile(file: string, options: CheckFileTaskOptions): Promise<void> {
  const reference = { organisations: SHIPPED_ORGANISATIONS, communes: EtalabCommunes.read() };
  const now = new SystemClock().now();
  try {
    const { exitStatus, report } = await checkFile(file, { ...options, reference, now });
    for await (const piece of report) process.stdout.write(piece);
    // The other formats say it themselves; a CSV has no place for it.
    if (options.format === 'csv')
      printFault('Non contrôlé :', ...CHECKS_NOT_DONE.map((one) => `  - ${one}`));
    process.exitCode = exitStatus;
  } catch (error) {
    printFault('Ce fichier ne peut pas être lu.', error instanceof Error ? error.name : '');
    process.exitCode = UNREADABLE;
  }
}
