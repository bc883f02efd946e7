import type { LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import type { NamedExit } from '../use-cases/ports.js';

type ExitRow = {
  id: string;
  unit_id: string;
  ml_id: string;
  candidacy_id: string;
  person_id: string;
  exited_on: LocalDate;
  unit_file_number: string | null;
  reference: string | null;
};

/** Exits that took effect, of whom a mission locale follows; `condition` joins or limits them. */
export async function readExits(condition: string, values: SqlValue[]): Promise<NamedExit[]> {
  const rows = await rowsOf<ExitRow>(
    `select v.id, v.unit_id, v.ml_id, v.candidacy_id, v.person_id, v.exited_on, c.unit_file_number,
       f.reference
     from app.volunteer v
     join app.candidacy c on c.id = v.candidacy_id
     left join app.referral f on f.id = v.referral_id
     ${condition}
     where v.state = 'exited' and v.ml_id is not null order by v.id`,
    values,
  );
  return rows.map((row) => {
    const { unit_id: unitId, ml_id: missionLocaleId, exited_on: exitedOn } = row;
    return {
      service: { volunteerId: row.id, unitId, missionLocaleId, exitedOn },
      unitId,
      unitFileNumber: row.unit_file_number,
      endsOn: exitedOn,
      candidacyId: row.candidacy_id,
      personId: row.person_id,
      reference: row.reference,
    };
  });
}
