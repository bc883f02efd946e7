import type { LocalDate } from '../../kernel/index.js';
import { rowsOf } from '../../platform/database/index.js';
import type { ServedUnit } from '../use-cases/ports.js';

type ServiceRow = {
  id: string;
  unit_id: string;
  person_id: string;
  incorporated_on: LocalDate;
  planned_end_on: LocalDate;
  exited_on: LocalDate | null;
};

/** A service that has begun; before its day of incorporation nobody serves. */
export const HAS_SERVED = `v.state in ('in-service', 'exited')`;

/** The services of these people that the scope sees, by person; those of a merged file are theirs too. */
export async function servicesOf(
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ServedUnit[]>> {
  const found = new Map<string, ServedUnit[]>();
  if (personIds.length === 0) return found;
  const rows = await rowsOf<ServiceRow>(
    `select v.id, v.unit_id, f.person_id, v.incorporated_on, v.planned_end_on, v.exited_on
     from app.files_of($1) f join app.volunteer v on v.person_id = f.file_id where ${HAS_SERVED}`,
    [[...new Set(personIds)]],
  );
  for (const row of rows) {
    const service = {
      id: row.id,
      unitId: row.unit_id,
      incorporatedOn: row.incorporated_on,
      plannedEndOn: row.planned_end_on,
      exitedOn: row.exited_on,
    };
    found.set(row.person_id, [...(found.get(row.person_id) ?? []), service]);
  }
  return found;
}
