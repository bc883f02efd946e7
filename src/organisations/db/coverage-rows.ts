import { currentManager } from '../../platform/database/index.js';
import type { LocalDate } from '../../kernel/index.js';
import type { CoverageEntry } from '../domain/coverage.js';
import { toValidity } from './organisation-rows.js';

interface CoverageRow {
  readonly communeCode: string;
  readonly missionLocaleCode: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const rowsUntil = (
  lastDay: string,
): string => `select c.commune_code as "communeCode", o.code as "missionLocaleCode",
  c.valid_from as "validFrom", ${lastDay} as "validTo"
  from app.coverage c join app.organisation o on o.id = c.mission_locale_id`;
const ROWS = rowsUntil('c.valid_to');
const OPEN_ROWS = rowsUntil('least(c.valid_to, o.valid_to)');

/** The coverage of these communes, past and to come: a mission locale that closes covers nothing more. */
export async function coverageOf(communeCodes: readonly string[]): Promise<CoverageEntry[]> {
  return read(`${OPEN_ROWS} where c.commune_code = any($1)`, communeCodes);
}

/** The coverage in force on a day or to come. */
export async function coverageFrom(on: LocalDate): Promise<CoverageEntry[]> {
  return read(`${ROWS} where c.valid_to is null or c.valid_to >= $1`, on);
}

async function read(sql: string, parameter: unknown): Promise<CoverageEntry[]> {
  const rows: CoverageRow[] = await currentManager().query(sql, [parameter]);
  return rows.map((row) => ({ ...row, ...toValidity(row) }));
}
