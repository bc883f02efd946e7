import { localDate } from '../../kernel/index.js';
import type { ReferenceData } from '../use-cases/load-reference-data.js';
import { readCoverageFile, shippedCoveragePath } from './coverage-reader.js';
import { demonstrationConventions, SHIPPED_ORGANISATIONS } from './shipped-organisations.js';

/**
 * The edition is of January 2026; no earlier one is shipped, so that it also serves the days before,
 * back to the start of the register.
 */
const COVERAGE_FROM = localDate(2020, 1, 1);

/**
 * What the project ships, ready to be loaded; the conventions only for the demonstration.
 * @throws Error when the shipped coverage has a fault.
 */
export async function shippedReference(isDemonstration: boolean): Promise<ReferenceData> {
  const { lines, faults } = await readCoverageFile(shippedCoveragePath());
  if (faults.length > 0) throw new Error('The shipped coverage file has faults');
  const codes = new Map(SHIPPED_ORGANISATIONS.map(({ code }) => [code.slice(0, 5), code]));
  return {
    organisations: SHIPPED_ORGANISATIONS,
    conventions: isDemonstration ? demonstrationConventions() : [],
    coverage: lines.map(({ communeCode, missionLocaleCode }) => ({
      communeCode,
      missionLocaleCode: codes.get(missionLocaleCode) ?? missionLocaleCode,
    })),
    coverageFrom: COVERAGE_FROM,
  };
}
